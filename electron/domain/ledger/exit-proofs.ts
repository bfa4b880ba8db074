/** Papers each 退出原因 (ZB78 code) needs: 滕州市机构编制委员会办公室 2013 通知. A cause that is not listed asks for none. */
const EXIT_PROOFS: Readonly<Record<string, readonly string[]>> = {
  '11': ['调动证明'],
  '12': ['调动证明'],
  '13': ['调动证明'],
  '14': ['调动证明'],
  '15': ['调动证明'],
  '21': ['机构编制批文'],
  '31': ['退休审批表'],
  '32': ['辞职申请', '单位研究意见'],
  '33': ['主管部门或单位文件'],
  '34': ['主管部门或单位文件'],
  '35': ['死亡证明'],
  '36': ['选举结果文件'],
  G1: ['解除或终止聘用合同文件'],
}

/** The papers an exit of this cause still lacks. */
export function missingExitProofs(cause: string, seen: readonly string[]): readonly string[] {
  return (EXIT_PROOFS[cause] ?? []).filter((proof) => !seen.includes(proof))
}
