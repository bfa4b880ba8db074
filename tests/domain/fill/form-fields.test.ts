import { describe, expect, test } from 'vitest'
import {
  formFieldFor,
  formFields,
  isDateField,
  isWholeHead,
  isWithinHead,
} from '../../../electron/domain/fill/form-fields.ts'
import { SHIPPED } from '../../../electron/vocabulary/catalogue.ts'
import { personField } from '../../../electron/vocabulary/person-fields.ts'

const OWN_NAMES = SHIPPED.names.flatMap((field) => {
  const { title, names } = personField(field)
  return [title, ...names]
})

describe('a superior’s form that asks by a field’s own title or name', () => {
  test('gets a field, whatever the name begins with: a field of the form’s own kind may go by it too', () => {
    expect(OWN_NAMES.length).toBeGreaterThan(100)
    expect(OWN_NAMES.filter((name) => formFieldFor([name]) === null)).toEqual([])
  })

  test.each([
    [['配偶', '姓名']],
    [['家庭成员', '出生年月']],
    [['调出前', '职务']],
    [['原职务']],
    [['*原职务']],
    [['★★原职务']],
    [['配偶', '原退休年龄']],
    [['配偶', '出生年月（岁）']],
  ])('%j is about somebody else or another time: nothing', (path) => expect(formFieldFor(path)).toBeNull())
})

describe('what a head of a superior’s form asks for', () => {
  test.each([
    // The words of the catalogue, with whatever the superior adds.
    [['*姓名（必填）'], 'name'],
    [['现所在部门'], 'unit'],
    [['原退休年龄'], 'retirementCategory'],
    [['学历情况', '全日制学历'], 'fullTimeEducation'],
    // What is written together, or said in other words than the book's.
    [['不在岗原因（病休、学习等）'], 'absence'],
    [['是否党员（是/否）'], 'isMember'],
    [['原单位'], 'homeUnit'],
    [['借入人员', '原工作单位'], 'homeUnit'],
    [['拟退休时间'], 'retiresOn'],
    [['借调至何单位'], 'secondedTo'],
    [['出生年月（岁）'], 'birthAge'],
    [['出生年月（ 周岁 ）'], 'birthAge'],
    [['出生年月\n(周岁)'], 'birthAge'],
    [['出生日期（年龄）'], 'birthAge'],
    [['出生时间（年龄）'], 'birthAge'],
    [['出生年月'], 'birth'],
    [['出生年月（如1985.06）'], 'birth'],
    // Only like a field's name, or what the superior writes himself.
    [['现任职务简称'], null],
    [['联系方式及地址'], null],
    [['工作业绩'], null],
    [['单位意见'], null],
    [['身份'], null],
    [[], null],
  ])('%j: %s', (path, field) => expect(formFieldFor(path)).toBe(field))
})

describe('the fields that are offered', () => {
  test.each([
    ['name', '姓名', 'text'],
    ['sex', '性别', 'text'],
    ['age', '年龄', 'number'],
    ['birth', '出生年月', 'date'],
    ['postSince', '任现职时间', 'date'],
    ['idNumber', '身份证号', 'idNumber'],
    ['phone', '联系电话', 'text'],
    ['remark', '备注', 'text'],
    ['entryDocument', '入编文号', 'text'],
    ['honours', '奖惩情况', 'text'],
    ['dutyState', '在岗状态', 'text'],
    ['absenceSince', '离岗开始时间', 'date'],
    ['retiresOn', '退休时间', 'date'],
  ] as const)('%s as %s, %s', (field, title, shape) => {
    expect(formFields(SHIPPED).find((one) => one.field === field)).toEqual({ field, title, shape })
    expect(isDateField(field)).toBe(shape === 'date')
  })

  test('each has a title of its own, so that she can tell them apart', () => {
    const titles = formFields(SHIPPED).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })
})

test.each([
  [['单位'], true, false],
  [['基本情况', '所在单位'], true, false],
  [['工作单位名称'], true, false],
  [['单位性质'], false, false],
  [['派出单位'], false, false],
  [['所在科室'], false, true],
  [['内设机构'], false, true],
  [['科室', '姓名'], false, false],
  [[], false, false],
])('%j asks for the whole body: %s, for a room within it: %s', (path, whole, within) =>
  expect([isWholeHead(path), isWithinHead(path)]).toEqual([whole, within]),
)
