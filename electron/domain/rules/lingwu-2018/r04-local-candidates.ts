import { PACK_IDS } from '../packs/pack-ids.ts'
import type { PersonFile } from '../../model/records.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { nameList, unitIdOf } from '../wording.ts'
import { lingwu2018 } from '../sources.ts'

const TOWNSHIPS = 'remoteTownships'
const ORIGINS = 'localOrigins'
const TARGETED = /定向/

/** In the listed townships whoever came by 定向招录 has their 户籍 or their 生源地 in the city: one of the two is enough. */
export const localCandidatesRule: Rule<'records'> = {
  id: 'R002-04',
  title: '边远乡镇定向招录本地户籍或生源地考生',
  severity: 'error',
  effect: 'none',
  sources: [
    lingwu2018({
      article: '三（三）',
      clause: '对马家滩镇、白土岗乡等边远乡镇面向灵武市本地户籍或生源地考生进行定向招录',
    }),
  ],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [TOWNSHIPS, ORIGINS],
  check: ({ snapshot, index, parameters }) => {
    if (!listParameter(parameters, TOWNSHIPS).some((name) => snapshot.book.name.endsWith(name))) return []
    const origins = listParameter(parameters, ORIGINS)
    const files = new Map(snapshot.records.personFile.map((file) => [file.personId, file]))
    const recruits = index.present.flatMap(({ person, counted }) =>
      TARGETED.test(counted?.entryRoute ?? '') ? [{ person, answer: answerOf(files.get(person.id), origins) }] : [],
    )
    const unknown = recruits.filter(({ answer }) => answer === 'unknown').map(({ person }) => person)
    return [
      ...recruits
        .filter(({ answer }) => answer === 'elsewhere')
        .map(({ person }): Flag => ({
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}由定向招录进入，户籍和生源地都不在${origins.join('、')}，不符合定向条件。`,
          remedy: '核对招录时的户籍和生源地，更正档案补充或报组织人社部门处理。',
        })),
      ...unrecorded(unknown),
    ]
  },
}

/** Elsewhere only when both are on record and neither is local. */
function answerOf(file: PersonFile | undefined, origins: readonly string[]): 'local' | 'elsewhere' | 'unknown' {
  const places = [file?.householdPlace ?? null, file?.originPlace ?? null]
  if (places.some((place) => origins.some((origin) => place?.includes(origin)))) return 'local'
  return places.includes(null) ? 'unknown' : 'elsewhere'
}

function unrecorded(people: Parameters<typeof nameList>[0]): readonly Flag[] {
  if (people.length === 0) return []
  return [
    {
      severity: 'info',
      text: `定向招录的 ${people.length} 人没有登记齐户籍地和生源地：${nameList(people)}，是否符合定向条件没有核查。`,
      remedy: '在“资料”的档案补充里登记。',
      facts: { 人数: people.length },
    },
  ]
}
