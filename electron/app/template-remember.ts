import type { Input, Output } from '../contract/operations.ts'
import { readTemplateMapping, writeTemplateMapping } from '../store/template-store.ts'
import type { CommandContext } from './context.ts'
import { gatherTemplate } from './gather-template.ts'

/** Remembers how forms of this shape are filled. The same again writes nothing. */
export async function rememberTemplate(input: Input<'template.remember'>, context: CommandContext): Promise<Output<'template.remember'>> {
  const { template, fingerprint, mapping } = await gatherTemplate(input, context, input.mapping)
  const text = JSON.stringify(mapping)
  if ((await readTemplateMapping(context.db, fingerprint))?.mapping === text) return { seq: null }
  const row = { id: context.newId(), fingerprint, title: template.title, mapping: text, recorded_at: context.clock.now() }
  const { entry } = await context.commit({ summary: `记住上级表“${template.title}”的填法，${mapping.columns.length} 列` }, (tx, journal) => writeTemplateMapping(tx, journal, row))
  return { seq: entry.seq }
}
