import { titlesOf } from './code-list.ts'
import {
  QUOTA_CATEGORY_NAMES,
  FUNDING_TITLES,
  REFERENCE_BASIS_LIST,
  TOWNSHIP_CLASS_LIST,
  TOWNSHIP_TYPE_LIST,
  UNIT_LEVEL_TITLES,
} from './establishment.ts'
import { choice, open, required, text } from './record-shape.ts'

/* 资料 of the township and of its units. */

export const TOWNSHIP_RECORDS = {
  township: {
    title: '乡镇概况',
    group: '乡镇',
    subject: 'township',
    oneAtATime: true,
    span: 'state',
    from: '自',
    to: null,
    purpose: '人口、面积、类别决定领导职数上限和机构限额，任期决定轮训要求。',
    fields: [
      { name: 'population', title: '常住人口', type: 'integer', hint: '人' },
      { name: 'areaKm2', title: '面积', type: 'number', hint: '平方公里', also: ['面积（平方公里）'] },
      choice('townshipClass', '乡镇类别', titlesOf(TOWNSHIP_CLASS_LIST), open),
      choice('townshipType', '建制', titlesOf(TOWNSHIP_TYPE_LIST)),
      { name: 'termFrom', title: '本届任期自', type: 'day' },
      { name: 'termTo', title: '本届任期至', type: 'day' },
    ],
  },
  referenceTotal: {
    title: '核定总数对照',
    group: '乡镇',
    subject: 'township',
    oneAtATime: false,
    span: 'state',
    from: '自',
    to: '止',
    purpose: '编办台账的总数和改革基数，用来核对编制本的核定编制。',
    fields: [
      choice('basis', '来源', titlesOf(REFERENCE_BASIS_LIST), required),
      choice('category', '编制类型', QUOTA_CATEGORY_NAMES, required),
      { name: 'amount', title: '数额', type: 'integer', required: true },
    ],
  },
  payBenchmark: {
    title: '收入对照',
    group: '乡镇',
    subject: 'township',
    oneAtATime: false,
    span: 'history',
    from: '核定日期',
    to: null,
    purpose: '同职级人员在乡镇和县直机关的月收入，用来核对“不低于县直”。',
    fields: [
      { name: 'year', title: '年度', type: 'integer', required: true },
      text('rank', '职级', required),
      { name: 'townshipAmount', title: '乡镇月收入', type: 'number', required: true, hint: '元' },
      { name: 'countyAmount', title: '县直月收入', type: 'number', required: true, hint: '元' },
    ],
  },
  countyTransfer: {
    title: '县直编制调剂',
    group: '乡镇',
    subject: 'township',
    oneAtATime: false,
    span: 'history',
    from: '调剂日期',
    to: null,
    purpose: '县直单位划出、乡镇划入的编制，两头应相等。',
    fields: [
      choice('category', '编制类型', QUOTA_CATEGORY_NAMES, required),
      text('fromUnit', '划出单位', required),
      { name: 'released', title: '划出数', type: 'integer', required: true },
      { name: 'received', title: '划入数', type: 'integer', required: true },
    ],
  },
  unitProfile: {
    title: '机构概况',
    group: '机构',
    subject: 'unit',
    oneAtATime: true,
    span: 'state',
    from: '自',
    to: null,
    purpose: '机构规格、经费形式、是否派驻，决定能否高配、是否计入限额；主要职责印在机构信息公示表上。',
    fields: [
      choice('level', '机构规格', UNIT_LEVEL_TITLES, open),
      choice('funding', '经费形式', FUNDING_TITLES),
      { name: 'dispatched', title: '派驻机构', type: 'yesNo' },
      { name: 'outsideLimit', title: '不计入机构限额', type: 'yesNo', hint: '人大、纪委、人武部、群团' },
      text('duties', '主要职责', { hint: '照三定方案的原文，印在机构信息公示表上' }),
    ],
  },
} as const
