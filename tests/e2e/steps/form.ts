import type { Page } from 'playwright-core'

/** Writes the words that a zone needs. */
export async function fillForm(page: Page, name: string): Promise<void> {
  const words: [string, string][] = [['名称', name], ['理由', '端到端测试'], ['文号', '云防指〔2026〕99号'], ['发文单位', '县指挥部'], ['决定单位（岗位或机构）', '县指挥部']]
  for (const [label, text] of words) await page.getByLabel(label, { exact: true }).fill(text)
}
