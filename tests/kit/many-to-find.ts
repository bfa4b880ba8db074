import type { Output } from '../../electron/contract/operations.ts'

type Index = Output<'find.index'>

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈'
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红玲飞建国庆文辉力志海山仁波宁福生龙元全胜学祥才发武新利清彬富顺信子坚'

/** Ten thousand people and as many posts, as the window's search gets them. */
export const MANY: Index = {
  asOf: '2026-11-22',
  people: Array.from({ length: 10_000 }, (_, place) => ({
    personId: `p${place}`,
    name: `${SURNAMES[place % SURNAMES.length]}${GIVEN[(place * 7) % GIVEN.length]}${GIVEN[(place * 13 + 5) % GIVEN.length]}`,
    unit: `第${place % 300}办公室`,
    post: '科员',
    standing: '行政编制',
    idTail: String(place % 10_000).padStart(4, '0'),
    leftOn: null,
    comesOn: null,
  })),
  posts: Array.from({ length: 10_000 }, (_, place) => ({
    postId: `q${place}`,
    title: `科员${place}`,
    unit: `第${place % 300}办公室`,
    state: 'inUse' as const,
    holder: null,
  })),
  units: [],
  documents: [],
  notices: [],
}
