import type { Text } from '#shared/schema/vocabulary.ts'

/** Title and what to do, for every problem that the API can answer with; `{name}` is filled from the problem's parameters. */
export const PROBLEM_TEXTS = {
  not_found: text('没有找到', '请检查网址中的编号：{what}', 'Not found', 'Check the identifier in the address: {what}'),
  route_not_found: text('没有这个接口', '接口列表见 /docs', 'No such endpoint', 'The endpoints are listed at /docs'),
  bad_request: text('请求有误', '{message}', 'The request cannot be used', '{message}'),
  body_too_large: text('请求过大', '请求体最多 {limit} 字节', 'The request is too large', 'A body may have at most {limit} bytes'),
  body_too_slow: text('请求体未及时收完', '请求体须在 {limit} 秒内发送完；更多内容请以 NDJSON 或 CSV 流式发送', 'The body came too slowly', 'A body has to be sent within {limit} s; send more as a stream of NDJSON or CSV'),
  unsupported_media_type: text('不支持的内容类型', '请以 application/json 发送', 'Unsupported media type', 'Send application/json'),
  too_many_requests: text('请求过于频繁', '请在 {seconds} 秒后再试', 'Too many requests', 'Try again in {seconds} s'),
  sign_in_required: text('需要登录', '请先登录再进行此操作', 'Sign in first', 'This action needs a signed-in post'),
  sign_in_failed: text('用户名或密码不对', '请检查后再试', 'Wrong user name or password', 'Check both and try again'),
  sign_in_slowed: text('登录尝试过多', '请在 {seconds} 秒后再试', 'Too many sign-in attempts', 'Try again in {seconds} s'),
  demo_accounts_off: text('演示账号不可用', '只有在仅载入演示县且服务器只监听本机时才提供演示账号', 'No demo accounts', 'They are offered only while nothing but the demo district is loaded and the server listens on loopback'),
  origin_refused: text('来源被拒绝', '请求来自 {origin}，不是本系统的页面', 'Origin refused', 'The request comes from {origin}, which is not a page of this system'),
  role_missing: text('没有权限', '此操作需要岗位角色：{roles}', 'Not permitted', 'This action needs one of the roles: {roles}'),
  no_permission_entry: text('没有权限', '接口 {route} 未列入权限表，任何人都不能使用：请在 server/routes/permissions.ts 中登记', 'Not permitted', 'The route {route} is not in the permission table and closed to everybody: add it to server/routes/permissions.ts'),
  scope_missing: text('没有权限', '此操作需要密钥范围：{scopes}', 'Not permitted', 'This action needs a key with one of the scopes: {scopes}'),
  key_refused: text('密钥无效', '密钥不存在、已吊销或已过期：请向管理员申请新的密钥', 'The key is refused', 'It is unknown, revoked or expired: ask an administrator for another'),
  key_end_past: text('有效期已过', '请填写将来的截止时间', 'The end has passed', 'Give an end in the future'),
  last_administrator: text('不能停用最后一位管理员', '请先指定另一位管理员', 'The last administrator', 'Make another administrator first'),
  oidc_off: text('未启用单点登录', '请先设置 OIDC_ISSUER、OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET', 'Single sign-on is off', 'Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET first'),
  oidc_failed: text('单点登录未完成', '登录服务没有确认您的身份：请再试一次', 'Single sign-on did not succeed', 'The provider did not vouch for you: try again'),
  oidc_not_linked: text('此账号未关联岗位', '请把标识 {subject} 告知管理员，由其关联到岗位', 'Not linked to a post', 'Give the subject {subject} to an administrator, who can link it to a post'),
  subject_taken: text('此标识已关联其他岗位', '请先解除原有关联', 'The subject is linked already', 'End its other link first'),
  personal_data: text('文字中有个人信息', '请删去标出的证件号码、电话号码或车牌：公布的文字不得包含', 'The text holds personal data', 'Remove the identity number, telephone number or plate marked: no text that may become public holds one'),
  too_nested: text('请求嵌套过深', 'JSON 最多嵌套 {limit} 层', 'The request is nested too deeply', 'JSON may be nested {limit} levels deep at most'),
  query_too_long: text('查询超时', '数据库在限定时间内没有完成：请缩小范围后再试', 'The query takes too long', 'The database did not finish in the time allowed: ask for less and try again'),
  outside_jurisdiction: text('超出管辖范围', '请把范围限制在“{area}”之内', 'Outside the jurisdiction', 'Keep within {area}'),
  precondition_required: text('缺少 If-Match', '请先读取当前版本，再带上其 ETag 提交', 'If-Match is required', 'Read the current version first and send its ETag'),
  precondition_failed: text('内容已被他人更改', '当前版本是 {current}；请对照后再提交', 'Changed by somebody else meanwhile', 'The current version is {current}; compare and send again'),
  idempotency_key_reused: text('Idempotency-Key 已用于另一个请求', '同一个键只能重发同一用户的同一请求：请换一个新键', 'The Idempotency-Key belongs to another request', 'A key repeats one request of one user only: send another request with a new key'),
  idempotency_key_unusable: text('Idempotency-Key 无法使用', '请使用 8 至 255 个可见 ASCII 字符，例如 UUID', 'The Idempotency-Key cannot be used', 'Use 8 to 255 visible ASCII characters, such as a UUID'),
  invalid_geometry: text('图形有误', '请按所列位置修改图形', 'The geometry has faults', 'Mend the geometry at the places listed'),
  empty_ground: text('区域为空', '所选范围减去更严格的区域后没有剩余：请改选范围', 'The zone is empty', 'Nothing is left of the ground after stricter zones are taken out: choose other ground'),
  unknown_units: text('没有这些单元', '未找到代码：{codes}', 'Unknown units', 'No area has the code: {codes}'),
  neighbour_invalid: text('相邻区域的图形有误', '无法减去 {zones}：请先修正它的图形', 'A neighbouring zone is not valid', '{zones} cannot be taken out: mend its geometry first'),
  unusable_text: text('文字含有不可用的字符', '请删去 {path} 中的控制字符或残缺字符', 'A text has unusable characters', 'Remove the control or broken characters in {path}'),
  no_county: text('不在任何已载入的地区内', '请先导入该处的行政区划', 'In no area that is loaded', 'Import the administrative areas of this place first'),
  unknown_road: text('没有这条道路', '没有编号为 {id} 的道路', 'Unknown road', 'No road has the number {id}'),
  draft_missing: text('没有草稿', '请先为 {zone} 新建草稿', 'There is no draft', 'Begin a draft of {zone} first'),
  draft_exists: text('已有草稿', '{zone} 已有草稿：请继续编辑它', 'There is a draft already', '{zone} has a draft: go on with it'),
  not_approved: text('尚未审核通过', '{zone} 的草稿须先提交审核，由另一人批准后才能发布；危及生命时可走快速通道', 'Not approved yet', 'The draft of {zone} must be submitted and approved by somebody else first; where lives are at stake there is the fast lane'),
  wrong_state: text('当前状态下不能这样做', '{zone} 的草稿状态为 {state}：请刷新后再看可做的操作', 'Not possible in this state', 'The draft of {zone} is {state}: read it again and see what can be done'),
  own_work: text('不能审核自己的工作', '起草或发布过此内容的人不能作出这个决定：请由另一人来做', 'Nobody reviews their own work', 'Who drafted or published this may not decide it: somebody else must'),
  approval_stale: text('批准已失效', '{zone} 将要发布的内容与审核时所见不同：请重新查看并再次审核', 'The approval no longer fits', 'What {zone} would put in force is not what was reviewed: look again and review it anew'),
  review_decided: text('审核已有结论', '编号 {id} 的审核已由他人作出结论', 'The review is decided already', 'Somebody else has decided review {id}'),
  not_in_force: text('该区域不在生效中', '{zone} 已解除或尚未发布', 'The zone is not in force', '{zone} is lifted or was never published'),
  review_by_past: text('复核时限已过', '请填写将来的复核时间', 'The review time has passed', 'Give a review time in the future'),
  overlapping_rest: text('该区域已有防范区', '“{area}”的其余部分已由 {zone} 覆盖', 'There is a rest-of zone already', 'The rest of {area} is {zone} already'),
  username_taken: text('用户名已存在', '请换一个用户名', 'The user name is taken', 'Choose another'),
  unknown_area: text('没有这个地区', '没有代码为 {code} 的地区', 'Unknown area', 'No area has the code {code}'),
  check_needs_place: text('缺少位置', '请给出 lng 和 lat，或只给出 address', 'A place is missing', 'Give lng and lat, or an address alone'),
  csv_header: text('CSV 表头有误', '首行应含 lng 和 lat 两列，或 address 列（可另有 id），以英文逗号分隔：{header}', 'The CSV header cannot be used', 'The first line must name the columns lng and lat, or address (and id where wanted), separated by commas: {header}'),
  geometry_busy: text('图形计算繁忙', '请在 {seconds} 秒后再试', 'Too much geometry at once', 'Try again in {seconds} s'),
  geometry_too_long: text('图形过于复杂', '{seconds} 秒内未能算完：请减少顶点或分成几个区域', 'The geometry is too complex', 'It took more than {seconds} s: use fewer corners, or several zones'),
  at_in_future: text('时间在将来', '{at} 尚未到来：只能查询现在或过去', 'The moment is in the future', '{at} has not come yet: ask about the present or the past'),
  index_building: text('地址库正在载入', '请在 {seconds} 秒后再试；按坐标查询不受影响', 'The address register is being loaded', 'Try again in {seconds} s; checks by coordinates work already'),
  bad_cursor: text('分页标记有误', '请使用上一页给出的 cursor：{cursor}', 'The cursor cannot be used', 'Use the cursor that the page before gave: {cursor}'),
  no_such_tile: text('没有这个瓦片', '{tile} 不存在：缩放级别为 0 至 {maxZoom}', 'There is no such tile', '{tile} does not exist: zooms are 0 to {maxZoom}'),
  bad_bbox: text('范围有误', 'bbox 应为 西,南,东,北（度），西不大于东，南不大于北：{bbox}', 'The bbox cannot be used', 'bbox is west,south,east,north in degrees, west ≤ east and south ≤ north: {bbox}'),
  unavailable: text('数据库暂时不可用', '请稍后再试；当前画面仍可查看', 'The database is away for the moment', 'Try again shortly; the current picture can still be seen'),
  internal: text('服务器内部错误', '请记下编号 {id} 并告知管理员', 'Internal error', 'Note the number {id} and tell an administrator'),
} as const satisfies Record<string, { title: Text; detail: Text }>

export type ProblemCode = keyof typeof PROBLEM_TEXTS

function text(titleZh: string, detailZh: string, titleEn: string, detailEn: string): { title: Text; detail: Text } {
  return { title: { zh: titleZh, en: titleEn }, detail: { zh: detailZh, en: detailEn } }
}

/** A text with its `{placeholders}` filled. */
export const fill = (template: string, params: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
