import { addDays } from '../../model/plain-date.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { seatedPerson } from '../seated-person.ts'
import { dateText, placeName } from '../wording.ts'
import { lingwu2018 } from '../sources.ts'

const PARAMETER = 'outsideWorkDays'

/**
 * 专编专用: somebody on a township's 编制 works outside it without being 借出 on paper, for longer than the parameter. Registered 借出 is H1's
 * and H5's. The first day outside counts: after 30 days there the thirty-first is one too many.
 */
export const worksOutsideRule: Rule<'records'> = {
  id: 'B4',
  title: '乡镇编制专编专用',
  severity: 'error',
  effect: 'none',
  sources: [lingwu2018({ article: '三（三）', clause: '坚持及时足额补充乡镇工作人员,乡镇编制实行“专编专用”。' })],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [PARAMETER],
  check: ({ snapshot, index, parameters }) => {
    const limit = numberParameter(parameters, PARAMETER)
    return snapshot.records.workplace.flatMap((workplace): readonly Flag[] => {
      const seated = seatedPerson(index, workplace.personId)
      if (seated === undefined || workplace.inTownship || snapshot.asOf < addDays(workplace.validFrom, limit)) return []
      const { person, counted, unit } = seated
      if (index.holdingsOf(person.id).some((holding) => holding.kind === 'secondedOut')) return []
      return [
        {
          unitId: unit.id,
          personId: person.id,
          text: `${person.name}占${placeName(index, counted)}的编制，${dateText(workplace.validFrom)}起实际在${workplace.place}工作，超过 ${limit} 天，没有登记借出；乡镇编制专编专用。`,
          remedy: '催促返回；经批准借出的，登记借出、批文和期限；已调走的，办理出编。',
          facts: { 实际工作地点: workplace.place, 起: workplace.validFrom, 上限: limit },
        },
      ]
    })
  },
}
