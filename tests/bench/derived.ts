import { viewBook } from '../../electron/domain/views/book-view.ts'
import { figuresViewInSteps } from '../../electron/domain/views/figures-view.ts'
import { wholeOf } from '../../electron/domain/model/in-steps.ts'
import { stateOn } from '../../electron/domain/state/state-on.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { CITY_TODAY } from './city.ts'
import { cpuOf } from './cpu.ts'
import { collectGarbage, line, middle, type Measured } from './measure.ts'

/*
 * What follows from the rows of a book the first time it is asked for, part by part: every time of rows read anew, on an engine that has done it
 * before, as in a program that has had a book open.
 */

const FRESH = 7
/** On an engine that has not: what a program's very first book costs is in the line of the first screen. */
const WARMING = 6

const PARTS = ['读文件', '当日的编制本', '数字', '规则', '名单', '带名字的答复', '写成 JSON'] as const
type Part = (typeof PARTS)[number]

/** The parts' medians, and that of all but the reading, which comes first and has its limit. The book must be closed. */
export async function measureDerived(path: string, people: number): Promise<readonly [Measured, ...Measured[]]> {
  const times: Record<Part | 'whole', number[]> = {
    whole: [],
    ...(Object.fromEntries(PARTS.map((part) => [part, []])) as unknown as Record<Part, number[]>),
  }
  for (let run = 0; run < WARMING + FRESH; run += 1) {
    const spent = await deriveOnce(path)
    if (run < WARMING) continue
    for (const part of PARTS) times[part].push(spent[part])
    times.whole.push(PARTS.reduce((sum, part) => sum + (part === '读文件' ? 0 : spent[part]), 0))
  }
  const [name, limit] = [`数字、规则、名单 ${people} 人，行已在内存`, '上限 250 ms'] as const
  return [
    line(name, middle(times.whole), limit, 250),
    ...PARTS.map((part) => line(`其中 ${part}`, middle(times[part]), limit, 250)),
  ]
}

async function deriveOnce(path: string): Promise<Record<Part, number>> {
  const book = await openBookFile(path)
  const spent = {} as Record<Part, number>
  const part = async <Made>(name: Part, work: () => Made | Promise<Made>): Promise<Made> => {
    const made: { value?: Made } = {}
    spent[name] = await cpuOf(async () => void (made.value = await work()))
    return made.value as Made
  }
  collectGarbage()
  const facts = await part('读文件', () => loadFacts(book.db))
  collectGarbage()
  const state = await part('当日的编制本', () => stateOn(facts, CITY_TODAY))
  await part('数字', () => state.figures)
  await part('规则', () => state.findings)
  await part('名单', () => state.roster)
  const said = await part('带名字的答复', () => wholeOf(figuresViewInSteps(viewBook(state))))
  await part('写成 JSON', () => JSON.stringify(said))
  await closeBookFile(book)
  return spent
}
