import { RETIREMENT_ARRANGEMENT_NAMES } from '../../vocabulary/retirement.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { tableSheet } from '../report/table-sheet.ts'
import { RETIREMENT_CATEGORY_NAMES } from '../retirement/expected-retirement.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import { dateText } from '../rules/wording.ts'
import type { Forecast } from './forecast.ts'
import type { RetiringPerson } from './retiring-person.ts'

function basisOf({ arranged, statutory, recorded, basis }: RetiringPerson): string {
  if (arranged !== null) return `${RETIREMENT_ARRANGEMENT_NAMES[arranged]}（法定 ${statutory}）`
  return recorded ? '已登记' : `推定：${basis}`
}

/** 到龄退休预测表: the people of the years told, by month, with what each month rests on; who must be asked stands below by name. */
export function forecastSheet(
  told: Forecast,
  { township, asOf, index }: { readonly township: string; readonly asOf: PlainDate; readonly index: SnapshotIndex },
): SheetModel {
  const last = told.years.at(-1)?.year ?? 0
  const people = told.people.filter((person) => person.year <= last)
  const name = (personId: string) => index.person(personId)?.name ?? ''
  const unit = (unitId: string | null) => (unitId === null ? '' : (index.unit(unitId)?.name ?? ''))
  return tableSheet({
    name: '到龄退休预测',
    title: `${township}到龄退休预测表`,
    subtitle: `截至 ${dateText(asOf)}　${told.years[0]?.year ?? ''} 至 ${last} 年　共 ${people.length} 人`,
    orientation: 'landscape',
    columns: [
      { title: '序号', share: 4, style: 'tableNumber' },
      { title: '退休年月', share: 8 },
      { title: '姓名', share: 8 },
      { title: '机构', share: 16 },
      { title: '岗位', share: 16 },
      { title: '编制类型', share: 11 },
      { title: '出生年月', share: 8 },
      { title: '原法定退休年龄', share: 11 },
      { title: '依据', share: 28, style: 'tableText' },
      { title: '备注', share: 9 },
    ],
    rows: people.map((person, place) => [
      String(place + 1),
      person.month,
      name(person.personId),
      unit(person.unitId),
      person.post,
      QUOTA_CATEGORY_NAMES[person.category],
      person.birth.slice(0, 7),
      RETIREMENT_CATEGORY_NAMES[person.retirementCategory],
      basisOf(person),
      person.overdue ? '已到龄' : person.leader ? '占领导职数' : '',
    ]),
    empty: '这些年没有人到龄。',
    after: [
      ...(people.length === 0
        ? []
        : [
            `各年到龄：${told.years
              .filter((year) => year.retiring > 0)
              .map((year) => `${year.year} 年 ${year.retiring} 人`)
              .join('，')}。`,
          ]),
      ...told.runOffs.map(
        (line) =>
          `超编消化：${unit(line.unitId)} ${QUOTA_CATEGORY_NAMES[line.category]}超编 ${line.over} 名，不再进人` +
          (line.withoutEntries === null ? '时已知的退休不够消化' : `到 ${line.withoutEntries} 消化`) +
          (line.reserved === 0
            ? ''
            : `，已核准的都到位${line.withEntries === null ? '则不够消化' : `则到 ${line.withEntries}`}`) +
          '。',
      ),
      ...(told.unknown.length === 0
        ? []
        : [`待核 ${told.unknown.length} 人，未计入：${told.unknown.map((one) => name(one.personId)).join('、')}。`]),
      '法定退休时间按《国务院关于渐进式延迟法定退休年龄的办法》逐月计算，登记了退休安排的按安排；推定的原法定退休年龄和退休时间须组织（人社）部门核定。',
    ],
    signature: '单位负责人：　　　　　　　　　填表人：　　　　　　　　　填表日期：　　　　年　　月　　日',
    footerNote: `到龄退休预测　截至 ${asOf}`,
  })
}
