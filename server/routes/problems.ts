import { Type } from 'typebox'
import { PROBLEM_TEXTS, type ProblemCode } from '#shared/problem-texts.ts'
import { Text } from '#shared/schema/vocabulary.ts'
import { NotFound } from '../domain/errors.ts'
import type { App } from './app-type.ts'

/** What a problem's `type` address leads to: its meaning in both languages. */
export async function problemRoutes(app: App): Promise<void> {
  app.get(
    '/problems/:code',
    {
      schema: {
        operationId: 'problem', tags: ['operations'], summary: 'Meaning of a problem code 错误代码说明',
        params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
        response: { 200: Type.Object({ code: Type.String(), title: Text, detail: Text }) },
      },
    },
    async (request) => {
      const { code } = request.params
      if (!Object.hasOwn(PROBLEM_TEXTS, code)) throw new NotFound('not_found', { what: code })
      return { code, ...PROBLEM_TEXTS[code as ProblemCode] }
    },
  )
}
