import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { App } from '../../state/create-app.ts'

/** Administration is fetched when it is first opened: most screens never do. */
export function LazyAdmin({ app }: { app: App }) {
  const [Found, setFound] = useState<ComponentType<{ app: App }> | null>(null)
  useEffect(() => {
    void import('./admin-dialog.tsx').then(({ AdminDialog }) => setFound(() => AdminDialog))
  }, [])
  return Found === null ? null : <Found app={app} />
}
