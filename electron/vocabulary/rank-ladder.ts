/*
 * 职级 as ladders, and the years each step takes: 《公务员职务与职级并行规定》第七、九、十八条. A township's ends at 二级调研员 (第十条第四项).
 * The other two classes of 公务员 climb grade by grade as 综合管理类 does.
 */

interface RankStep {
  /** The step's rank in 综合管理类, 专业技术类, 行政执法类. */
  readonly ranks: readonly [string, string, string]
  /** Years in the rank below, or in the leading post that stands beside it. */
  readonly years: number
  /** 职务层次 (ZB09) whose holder may take this step as well as the rank below. */
  readonly level?: string
}

/** 公务员职位类别, in the order of each step's ranks. */
export const RANK_SERIES: readonly string[] = ['综合管理类', '专业技术类', '行政执法类']

/** From the bottom. The first has nothing below it. */
export const RANK_STEPS: readonly RankStep[] = [
  { ranks: ['二级科员', '专业技术员', '二级行政执法员'], years: 0 },
  { ranks: ['一级科员', '', '一级行政执法员'], years: 2 },
  { ranks: ['四级主任科员', '四级主管', '四级主办'], years: 2 },
  { ranks: ['三级主任科员', '三级主管', '三级主办'], years: 2, level: '0142' },
  { ranks: ['二级主任科员', '二级主管', '二级主办'], years: 2 },
  { ranks: ['一级主任科员', '一级主管', '一级主办'], years: 2, level: '0141' },
  { ranks: ['四级调研员', '四级高级主管', '四级高级主办'], years: 2 },
  { ranks: ['三级调研员', '三级高级主管', '三级高级主办'], years: 2, level: '0132' },
  { ranks: ['二级调研员', '二级高级主管', '二级高级主办'], years: 2 },
]

/** Ranks whose number no document limits. */
export const UNLIMITED_RANKS: readonly string[] = [
  '一级科员',
  '二级科员',
  '专业技术员',
  '一级行政执法员',
  '二级行政执法员',
]
