/* What structure tables can be divided by. */

export const STRUCTURE_DIMENSIONS = {
  age: '年龄',
  sex: '性别',
  education: '学历',
  degree: '学位',
  party: '政治面貌',
  ethnic: '民族',
  ethnicity: '各民族',
  level: '职务层次',
  rank: '职级',
  category: '编制类型',
  title: '职称',
  grade: '岗位等级',
  list: '名单',
  unit: '机构',
} as const
export type StructureDimension = keyof typeof STRUCTURE_DIMENSIONS
// Object.keys forgets which keys it was given.
export const STRUCTURE_DIMENSION_NAMES = Object.keys(STRUCTURE_DIMENSIONS) as unknown as readonly [
  StructureDimension,
  ...StructureDimension[],
]

/** Last year of each age band but the open one, as the organisation department's tables have them. */
export const AGE_BANDS: readonly number[] = [35, 40, 45, 50, 54, 59]
