import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bare, lawTitled, placeOf, wordsOf } from '../../../electron/domain/law/cite-laws.ts'
import { readLawFile } from '../../../electron/domain/law/law-text.ts'
import { LAW_TEXTS, lawById } from '../../../electron/domain/law/law-texts.ts'
import { cautionOf, combinedSource, isVerbatim, type Citation } from '../../../electron/domain/rules/citation.ts'
import { CENTRAL_LEVELS } from '../../../electron/vocabulary/laws.ts'
import { RULES } from '../../../electron/domain/rules/registry.ts'

const articlesOf = (id: string) =>
  (lawById(id)?.passages ?? []).filter(({ kind }) => kind === 'article').map(({ article }) => article)

describe('the texts of law', () => {
  it('ship all that are kept, under one name each', () => {
    const files = readdirSync(join(import.meta.dirname, '../../../electron/domain/law/texts'))
    expect(LAW_TEXTS.map((law) => `${law.id}.json`).toSorted()).toEqual(files.toSorted())
    const names = LAW_TEXTS.flatMap((law) => [law.title, ...law.also]).map(bare)
    expect(new Set(names).size).toBe(names.length)
  })

  // Counted in the laws themselves: their last article is the one that says from when they are in force.
  it.each([
    ['state-council-486', 30],
    ['civil-servant-law', 113],
    ['institution-staff-regulation', 44],
    ['local-organisation-law', 90],
    ['information-disclosure-regulation', 56],
    ['personal-information-law', 74],
    ['sanctions-law', 68],
    ['institution-assessment-2023', 50],
  ])('%s is whole: %i articles without a gap, each once', (id, count) => {
    expect(lawById(id)?.whole).toBe(true)
    expect(articlesOf(id).length).toBe(count)
    expect(new Set(articlesOf(id)).size).toBe(count)
    expect(lawById(id)?.passages.some(({ kind }) => kind === 'gap')).toBe(false)
  })

  it('each says who issued it, where the text comes from and how sure it is', () => {
    const lacking = LAW_TEXTS.filter(
      (law) =>
        [law.title, law.issuer, law.adopted, law.inForce, law.applies, law.extent, law.certaintyNote].includes('') ||
        law.number === '' ||
        law.sources.length === 0 ||
        law.passages.length === 0,
    )
    expect(lacking.map(({ id }) => id)).toEqual([])
    const misplaced = LAW_TEXTS.filter(({ level, tier }) => CENTRAL_LEVELS.includes(level) && tier !== 'national')
    expect(misplaced.map(({ id }) => id)).toEqual([])
  })

  it('what is only quoted by others is never among a law’s own words', () => {
    for (const law of LAW_TEXTS.filter(({ certainty }) => certainty === 'quoted')) expect(wordsOf(law, null)).toBe('')
    const hiring = lawById('open-hiring-2005')
    expect(hiring?.passages.some(({ kind, text }) => kind === 'reported' && text.includes('7至15日'))).toBe(true)
    expect(hiring === undefined ? '' : wordsOf(hiring, null)).not.toContain('7至15日')
    const relief = lawById('relief-2024')
    expect(relief === undefined ? '' : wordsOf(relief, null)).not.toContain('不得从县及以下单位借调')
  })

  it('a file with a word no list knows is wrong', () => {
    const [first] = LAW_TEXTS
    expect(() => readLawFile({ ...first!, certainty: 'sure' })).toThrow('no such code')
  })
})

describe('a rule’s clause and the text it stands on', () => {
  it('leads to the article', () => {
    expect(placeOf({ law: 'institution-staff-regulation', article: '第十三条' })).toEqual({
      lawId: 'institution-staff-regulation',
      title: '事业单位人事管理条例',
      article: '第十三条',
    })
    expect(placeOf({ law: 'civil-servant-law', article: '第八十八条第（五）项' }).article).toBe('第八十八条')
    expect(placeOf({ law: 'tengzhou-2013-11', article: null }).article).toBeNull()
    expect(placeOf({ law: 'civil-servant-law', article: '第一百九十九条' }).article).toBeNull()
    expect(() => placeOf({ law: 'nowhere', article: null })).toThrow('no such source')
    expect(lawTitled('公务员法')?.id).toBe('civil-servant-law')
  })

  const citations = RULES.flatMap((rule) => rule.sources.map((citation) => ({ rule: rule.id, citation })))
  /** The cited article has every sentence of the clause; of a text without articles, the whole text. */
  const inItsArticle = ({ law, article, clause }: Citation) => {
    const place = placeOf({ law, article })
    const words = bare(
      (lawById(law)?.passages ?? [])
        .filter(({ article: own }) => place.article === null || own === place.article)
        .map(({ text }) => text)
        .join(''),
    )
    return clause.split(/[。；…]/u).every((sentence) => words.includes(bare(sentence)))
  }

  it('is in the stored text, word for word or as 要点, at the article it names', () => {
    expect(citations.length).toBeGreaterThan(130)
    expect(citations.filter(({ citation }) => !inItsArticle(citation))).toEqual([])
    expect(inItsArticle({ law: 'institution-staff-regulation', article: '第十三条', clause: '试用期为13个月' })).toBe(
      false,
    )
  })

  it('an article is named where the text has articles', () => {
    const lacking = citations.filter(
      ({ citation: { law, article } }) =>
        article !== null &&
        placeOf({ law, article }).article === null &&
        lawById(law)?.passages.some(({ kind }) => kind === 'article'),
    )
    expect(lacking).toEqual([])
  })

  it('要点 are said to be none of the law’s words, and second-hand words to be second-hand', () => {
    const gist: Citation = {
      law: 'laishan-2011',
      article: null,
      clause: '照片、职务、学历等由单位在变化后 10 个工作日内更新',
    }
    expect([isVerbatim(gist), cautionOf(gist)]).toEqual([false, '要点，非原文'])
    const second: Citation = { law: 'strict-control-2007', article: '四', clause: '试行机构编制实名制管理制度' }
    expect(isVerbatim(second)).toBe(true)
    expect(cautionOf(second)).toContain('二手文本')
    const law: Citation = { law: 'civil-servant-law', article: '第三十二条', clause: '公示期不少于五个工作日' }
    expect([isVerbatim(law), cautionOf(law)]).toEqual([true, null])
    expect(combinedSource([law, second]).note).toContain('厅字〔2007〕2号：二手文本')
  })
})
