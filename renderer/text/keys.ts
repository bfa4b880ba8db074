/** What the keyboard does, in the groups it is told in: the sheet of F1 and the help show this and nothing else. */
export const KEY_GROUPS: readonly {
  readonly title: string
  readonly keys: readonly { readonly keys: string; readonly does: string }[]
}[] = [
  {
    title: '哪里都行',
    keys: [
      { keys: 'Ctrl + K', does: '查找：人、机构、文号、公示、报表、要办的事' },
      { keys: 'F1　？', does: '这张键表；在一个填写的格里按 F1，说这个格的意思' },
      { keys: 'Ctrl + Z', does: '撤销上一条登记；正在打字时撤的是字' },
      { keys: 'Ctrl + Y　Ctrl + Shift + Z', does: '重做' },
      { keys: 'Ctrl + ＋　Ctrl + －　Ctrl + 0', does: '整个窗口放大、缩小、恢复；也在“显示”里选' },
      { keys: 'Esc', does: '关闭右边的页、对话框、查找' },
      { keys: 'Alt + ←', does: '回到上一屏，位置和筛选不变' },
      { keys: 'Tab　Shift + Tab', does: '下一处、上一处；进窗口第一下是“跳到正文”' },
    ],
  },
  {
    title: '在人员名单里（和 WPS 一样）',
    keys: [
      { keys: '↑ ↓ ← →　Tab　Enter', does: '逐格移动；按住 Shift 选中一片，按住 Ctrl 到边' },
      { keys: '直接打字　F2　双击', does: '改这一格；姓名、编制类型等打开各自的表' },
      { keys: 'Ctrl + Enter', does: '打的字填进选中的每一格' },
      {
        keys: 'Ctrl + C　Ctrl + X　Ctrl + V',
        does: '复制、剪切、粘贴一片，和 WPS 互通；贴到末行以下的是新人，转到导入',
      },
      { keys: 'Ctrl + D　Ctrl + R', does: '向下、向右填充；也可以拖右下角的小方块' },
      { keys: 'Delete', does: '清空选中的格' },
      { keys: 'Ctrl + F　Ctrl + H', does: '查找、替换；替换前先看一遍' },
      { keys: 'Ctrl + Z', does: '撤销刚才这一下，不论多少格' },
      { keys: 'F6　Shift + F6', does: '离开表格；打开这一列的筛选' },
    ],
  },
  {
    title: '在其他清单里',
    keys: [
      { keys: '↑ ↓　PageUp PageDown', does: '逐行、逐页移动' },
      { keys: 'Home　End', does: '到头、到尾' },
      { keys: 'Enter', does: '打开这一行' },
      { keys: '← →', does: '在标签页之间移动' },
    ],
  },
  {
    title: '在查找里',
    keys: [
      { keys: '↑ ↓', does: '走到上一项、下一项' },
      { keys: 'PageUp　PageDown', does: '到上一组、下一组的头一项' },
      { keys: 'Enter', does: '打开' },
    ],
  },
]
