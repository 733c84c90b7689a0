import { ensureTemplate } from './template.ts'

// run by the build, so that a first start finds the prepared empty database
void ensureTemplate()
