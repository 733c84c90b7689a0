/** Texts of review, pre-flight and the smallest sufficient zone, in Chinese. */
export const zhReview = {
  state: { draft: '草稿', in_review: '审核中', approved: '已批准', rejected: '已退回' },
  submit: '提交审核',
  submitted: '已提交审核',
}
