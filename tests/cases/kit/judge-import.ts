import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ToldPerson, Truth } from './case.ts'
import { call, parsed } from './command.ts'

/* One case: an empty book, the file twice, what then stands in the book against the truth. */

export interface Verdict {
  readonly right: boolean
  /** Nothing came in because the program asked or refused, as it had to. */
  readonly asked: boolean
  /** It ended well with a wrong, missing or extra person, unit, 编制, ID number or quota. */
  readonly silentlyWrong: boolean
  readonly people: readonly [right: number, all: number]
  readonly fields: readonly [right: number, all: number]
  readonly problems: readonly string[]
}

interface Listed {
  readonly name: string
  readonly unit: string
  readonly category: string | null
  readonly idNumberMasked: string | null
  readonly list: string
  readonly [key: string]: unknown
}

const LISTS = ['in-quota', 'over-quota', 'non-compliant', 'off-quota', 'seconded']
/** Lists of people in post; 不合规 is flagged and does not go unseen. */
const IN_POST = new Set(['in-quota', 'over-quota'])
/** A difference in one of these puts somebody in the wrong place. */
const PLACE = new Set(['unit', 'category', 'id', 'list'])

export async function judgeImport(folder: string, truth: Truth): Promise<Verdict> {
  const work = mkdtempSync(join(tmpdir(), 'case-'))
  try {
    return await judgeIn(work, folder, truth)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function judgeIn(work: string, folder: string, truth: Truth): Promise<Verdict> {
  const book = join(work, 'book.dingbian')
  const problems: string[] = []
  const created = await call('book', 'create', '--book', book, '--pack', 'none', '--name', '云溪乡')
  if (created.code !== 0) problems.push(`book create: ${created.err}`)
  for (const file of truth.before ?? []) {
    const before = await call('import', '--book', book, join(folder, file), '--json')
    if (before.code !== 0) problems.push(`before ${file}: ${before.err.slice(0, 200)}`)
  }
  const stood = await everybody(book)
  const command = ['import', '--book', book, join(folder, truth.file), '--json'] as const
  const first = await call(...command)
  const found = await everybody(book)
  if (first.code !== 0) {
    const unchanged = JSON.stringify(found) === JSON.stringify(stood)
    if (!unchanged) problems.push('refused, yet the book is changed')
    if (first.err === '' || first.code === 99) problems.push(`no word of why: ${first.err}`)
    if (truth.mustAsk === true && problems.length === 0)
      return truth.says === undefined ? asked() : answered(work, book, truth, command)
    problems.unshift(`exit ${first.code}: ${firstLines(first.err)}`)
  }
  const judged = comparePeople(truth, found)
  const quotas = await compareQuotas(book, truth)
  const files = await comparePersonFiles(book, truth)
  const fieldsRight = judged.fieldsRight + quotas.right + files.right
  const fields = judged.fields + (truth.quotas?.length ?? 0) + (truth.personFiles?.length ?? 0)
  const misplaced = [...judged.misplaced, ...quotas.wrong]
  if (first.code === 0) {
    problems.push(...misplaced, ...judged.wrong, ...files.wrong)
    const again = await call(...command)
    const summary = parsed(again.out) as { readonly added: number; readonly updated: number } | undefined
    if (summary === undefined) problems.push(`second import: exit ${again.code} ${firstLines(again.err)}`)
    else if (summary.added + summary.updated !== 0)
      problems.push(`second import: added ${summary.added}, updated ${summary.updated}`)
  }
  return {
    right: first.code === 0 && problems.length === 0,
    asked: false,
    silentlyWrong: first.code === 0 && misplaced.length > 0,
    people: [judged.right, truth.people.length],
    fields: [fieldsRight, fields],
    problems,
  }
}

interface Question {
  readonly text: string
  readonly suggested: string | null
  readonly choices: readonly { readonly value: string }[]
  answer: string | null
}

/** The same file with the clerk's answers: what she is told to be certain must then stand in the book, and nothing besides. */
async function answered(work: string, book: string, truth: Truth, command: readonly string[]): Promise<Verdict> {
  const paper = join(work, 'questions.json')
  const told: string[] = []
  // An answer may bring another question.
  for (let round = 0; round < 4; round += 1) {
    const tried = await call(...command, '--questions', paper)
    // Without a roster in it nothing is asked, only said.
    if ((tried.code === 0 && round === 0) || !existsSync(paper)) break
    const written = JSON.parse(readFileSync(paper, 'utf8')) as { readonly questions: Question[] }
    for (const question of written.questions) {
      const said = truth.says?.find(([words]) => question.text.includes(words))?.[1]
      question.answer = said ?? question.suggested ?? (question.choices.some((one) => one.value === '-') ? '-' : null)
      told.push(`${question.text} ${question.answer ?? ''}`)
    }
    writeFileSync(paper, JSON.stringify(written))
    const taken = await call(...command, '--answers', paper)
    if (taken.code === 0) break
  }
  const found = await everybody(book)
  const judged = comparePeople(truth, found)
  const quotas = await compareQuotas(book, truth)
  const files = await comparePersonFiles(book, truth)
  const misplaced = [...judged.misplaced, ...quotas.wrong]
  const problems = [...misplaced, ...judged.wrong, ...files.wrong]
  return {
    right: problems.length === 0,
    asked: true,
    silentlyWrong: false,
    people: [judged.right, truth.people.length],
    fields: [
      judged.fieldsRight + quotas.right + files.right,
      judged.fields + (truth.quotas?.length ?? 0) + (truth.personFiles?.length ?? 0),
    ],
    problems: problems.length === 0 ? [] : [`after answering: ${problems.join('; ')}`, ...told],
  }
}

const asked = (): Verdict => ({
  right: true,
  asked: true,
  silentlyWrong: false,
  people: [0, 0],
  fields: [0, 0],
  problems: [],
})

function firstLines(text: string): string {
  const lines = text.split('\n')
  return `${lines.slice(0, 2).join(' / ').slice(0, 220)}${lines.length > 2 ? ` … ${lines.length} lines` : ''}`
}

async function everybody(book: string): Promise<readonly Listed[]> {
  const found: Listed[] = []
  for (const list of LISTS) {
    const text = (await call('roster', '--book', book, '--list', list, '--json')).out
    const answer = parsed(text) as { readonly people: readonly Listed[] } | undefined
    found.push(...(answer?.people ?? []).map((person) => ({ ...person, list })))
  }
  return found
}

function comparePeople(truth: Truth, found: readonly Listed[]) {
  const left = new Set(found)
  const [wrong, misplaced]: [string[], string[]] = [[], []]
  let [right, fieldsRight, fields] = [0, 0, 0]
  for (const person of truth.people) {
    const keys = Object.keys(person).filter((key) => key !== 'name')
    fields += keys.length
    // Of namesakes the one with the most in common is meant.
    const best = [...left]
      .filter((one) => one.name === person.name)
      .map((one) => ({ one, same: keys.filter((key) => same(key, one, person)) }))
      .sort((a, b) => b.same.length - a.same.length)[0]
    if (best === undefined) {
      misplaced.push(`${person.name}: missing`)
      continue
    }
    left.delete(best.one)
    fieldsRight += best.same.length
    const differing = keys.filter((key) => !best.same.includes(key))
    for (const key of differing) {
      const line = `${person.name}.${key}: ${JSON.stringify(valueOf(key, best.one))} should be ${JSON.stringify(person[key as keyof ToldPerson])}`
      if (PLACE.has(key)) misplaced.push(line)
      else wrong.push(line)
    }
    if (!differing.some((key) => PLACE.has(key))) right += 1
  }
  const open = new Set(truth.open)
  const gone = new Set(truth.gone)
  for (const one of left) {
    if (open.has(one.name) || (gone.has(one.name) && !IN_POST.has(one.list))) continue
    misplaced.push(
      gone.has(one.name) ? `${one.name}: has left, yet stands in ${one.list}` : `extra: ${one.name}（${one.unit}）`,
    )
  }
  return { right, fieldsRight, fields, wrong, misplaced }
}

const valueOf = (key: string, one: Listed): unknown => (key === 'id' ? one.idNumberMasked : one[key])

function same(key: string, one: Listed, person: ToldPerson): boolean {
  const value = valueOf(key, one)
  const meant = person[key as keyof ToldPerson]
  const text = typeof value === 'string' ? value : ''
  if (key === 'id') return text.slice(0, 6) === person.id?.slice(0, 6) && text.slice(-4) === person.id.slice(-4)
  if (key === 'birth' || key === 'enteredOn') return text.startsWith(meant ?? '')
  return (value ?? null) === meant
}

async function compareQuotas(book: string, truth: Truth) {
  const wrong: string[] = []
  if (truth.quotas === undefined) return { right: 0, wrong }
  interface Line {
    readonly unit: string
    readonly category: string
    readonly quota: number
  }
  const answer = parsed((await call('figures', '--book', book, '--json')).out) as
    | { readonly lines: readonly Line[] }
    | undefined
  const lines = answer?.lines ?? []
  const meant = new Map(truth.quotas.map((one) => [`${one.unit} ${one.category}`, one.quota]))
  for (const [name, quota] of meant) {
    const line = lines.find((one) => `${one.unit} ${one.category}` === name)
    if (line?.quota !== quota) wrong.push(`quota ${name}: ${line?.quota ?? 'none'} should be ${quota}`)
  }
  const right = meant.size - wrong.length
  for (const line of lines)
    if (line.quota > 0 && !meant.has(`${line.unit} ${line.category}`))
      wrong.push(`extra quota: ${line.unit} ${line.category} ${line.quota}`)
  return { right, wrong }
}

async function comparePersonFiles(book: string, truth: Truth) {
  const wrong: string[] = []
  if (truth.personFiles === undefined) return { right: 0, wrong }
  interface Filed {
    readonly person: string
    readonly content: { readonly partyJoined: string | null }
  }
  const answer = await call('record', 'list', '--book', book, '--kind', 'personFile', '--json')
  const records = (parsed(answer.out) as { readonly records: readonly Filed[] } | undefined)?.records ?? []
  for (const one of truth.personFiles) {
    const has = records.find((record) => record.person === one.name)?.content.partyJoined ?? null
    if (has !== one.partyJoined) wrong.push(`${one.name}.partyJoined: ${String(has)} should be ${one.partyJoined}`)
  }
  return { right: truth.personFiles.length - wrong.length, wrong }
}
