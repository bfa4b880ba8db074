import { expect, it } from 'vitest'
import { readCsv } from '../../electron/excel/read-csv.ts'

const rowsOf = (text: string) => readCsv('名单.txt', Buffer.from(text)).sheets[0]?.rows

it('the mark that parts most lines alike sets the cells apart, whatever stands more often in one of them', () => {
  const lines = ['姓名|单位|备注', '王芳|财政所|会计，出纳，采购，档案，值班', '李雷|财政所|在岗']
  expect(rowsOf(lines.join('\r\n'))).toEqual([
    ['姓名', '单位', '备注'],
    ['王芳', '财政所', '会计，出纳，采购，档案，值班'],
    ['李雷', '财政所', '在岗'],
  ])
  expect(rowsOf('姓名;单位\n王芳;财政所\n')).toEqual([
    ['姓名', '单位'],
    ['王芳', '财政所'],
  ])
})

it('text that blanks align is read by where its cells stand; a blank cell stays blank, a blank in a name is none', () => {
  const text = [
    '云溪乡人员名单',
    '序号  姓名    单位          职务    备注',
    '1     王 芳   党政办公室    主任    借调',
    '2     李雷    财政所                病假',
    '3     韩梅梅  财政所        会计    在岗',
  ].join('\n')
  expect(rowsOf(text)).toEqual([
    ['云溪乡人员名单'],
    ['序号', '姓名', '单位', '职务', '备注'],
    ['1', '王芳', '党政办公室', '主任', '借调'],
    ['2', '李雷', '财政所', null, '病假'],
    ['3', '韩梅梅', '财政所', '会计', '在岗'],
  ])
})

it('a sentence with blanks in it is no table', () => {
  expect(rowsOf('关于报送人员名单的通知\n各办公室：\n  请于 10 月 31 日前报送。\n')).toHaveLength(3)
})
