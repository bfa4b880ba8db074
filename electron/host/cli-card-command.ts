import type { Output } from '../contract/operations.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { call, show } from './cli-calls.ts'
import { table } from './cli-text.ts'
import type { Core } from './dispatch.ts'

/** 变动卡 on the command line: the list, or with --entry one card; personal numbers stay masked. */
export async function cardsFromCommandLine(core: Core, line: CommandLine): Promise<CommandResult> {
  const entry = line.value('entry')
  if (entry === undefined) {
    const list = await call(core, 'card.list', {})
    return show(line, list, listText(list))
  }
  const card = await call(core, 'card.read', { entry: Number(entry) })
  return show(line, card, cardText(card))
}

function listText({ cards, open }: Output<'card.list'>): string {
  const head = `变动卡 ${cards.length} 张，没有报完 ${open} 张`
  if (cards.length === 0) return head
  const left = (ticks: Output<'card.list'>['cards'][number]['ticks']) =>
    ticks.flatMap(({ target, enteredOn }) => (enteredOn === null ? [target] : [])).join('、')
  return [
    head,
    table(
      ['日期', '姓名', '变动', '还没有录入'],
      cards.map(({ on, person, title, ticks }) => [on, person, title, left(ticks)]),
    ),
  ].join('\n')
}

function cardText({ person, title, on, targets, papers }: Output<'card.read'>): string {
  return [
    `${person} ${title} ${on}`,
    `材料：${papers.map((paper) => `${paper.title}${paper.seen ? '（已见）' : ''}`).join('、')}`,
    ...targets.map(({ target, enteredOn, values }) =>
      [
        `${target}（${enteredOn === null ? '未录入' : `${enteredOn} 已录入`}）`,
        table(
          ['栏目', '值'],
          values.map((value) => [value.title, value.value ?? '']),
        ),
      ].join('\n'),
    ),
  ].join('\n\n')
}
