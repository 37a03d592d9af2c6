/** Words of the pages in Chinese; the English ones have the same keys. */
export const zhCN = {
  product: '区教育工会考核评估平台',
  short: '教育工会',
  common: {
    save: '保存', cancel: '取消', confirm: '确定', retry: '重试', back: '返回', close: '关闭', search: '搜索', all: '全部', reason: '理由', reasonHint: '请写明理由，对方可见',
    loading: '正在加载…', empty: '暂无数据', total: (n: number) => `共 ${n} 条`, schools: (n: number) => `${n} 所学校`, points: '分', optional: '选填',
    showTable: '以表格查看', showChart: '以图表查看', skip: '跳到正文', yes: '是', no: '否', offline: '网络已断开，已填内容保留在本页，恢复后会自动保存。', none: '无', select: '请选择',
    copied: '已复制', copyList: '复制名单', export: '导出', print: '打印', more: '更多',
  },
  session: {
    signIn: '登录', signOut: '退出登录', userName: '用户名', password: '密码', needUserName: '请填写用户名', needPassword: '请填写密码', wrong: '用户名或密码不正确，或账号已被锁定。',
    ended: '登录已过期', endedHint: '请重新登录，本页已填内容不会丢失。', switchPost: '切换身份', noPost: '您目前没有任职，请联系区教育工会管理员。', welcome: '欢迎使用', language: '语言', theme: '外观',
    light: '浅色', dark: '深色', system: '跟随系统',
  },
  errors: {
    notFound: '没有找到这个页面', notFoundHint: '它不存在，或不在您的权限范围内。', broken: '页面出了问题', brokenHint: '请刷新后重试；如仍有问题，请把下方编号告诉管理员。', home: '回到首页', trace: '编号',
    stale: '内容已被他人修改', staleHint: '请刷新后查看最新内容，再决定是否修改。', failed: '没有成功', reload: '刷新',
  },
  nav: {
    home: '首页', rounds: '评估轮次', schemes: '考核方案', organisation: '组织机构', users: '人员与任职', keys: '接口密钥', jobs: '任务记录', ranking: '结果排名', review: '考评工作台', myEvaluation: '学期自评',
    myReports: '小组填报', board: '进度看板', results: '结果', admin: '管理',
  },
  roles: {
    districtAdmin: '区级管理员', districtOfficer: '区级干部', zoneLead: '片区负责人', schoolChair: '学校工会主席', schoolClerk: '学校经办人', branchLead: '小组长', auditor: '审计员',
  },
  roundState: { planned: '未开始', open: '进行中', closed: '已截止', published: '已公布' },
  evaluationState: { draft: '未提交', submitted: '已提交', zoneReviewed: '片区已考评', districtReviewed: '区级已考评', locked: '已锁定', published: '已公布' },
  reportState: { none: '未填写', draft: '填写中', submitted: '已提交', accepted: '已接受', returned: '已退回' },
  completeness: { missing: '未交', returned: '已退回', onTime: '按时', late: '迟交' },
  outcome: { notSubmitted: '未提交', disqualified: '一票否决', forfeited: '逾期作废', notQualified: '不合格', qualified: '合格' },
  stage: { kindergarten: '幼儿园', primary: '小学', junior: '初中', senior: '高中', nineYear: '九年一贯制', vocational: '职业学校', special: '特殊教育' },
  branchKind: { unionGroup: '工会小组', gradeGroup: '年级组', subjectGroup: '教研组', centre: '中心' },
  flags: {
    missing: '缺数据', notTriggered: '未发生，按满分', notApplicable: '不适用', voteTooSmall: '票数过少不显示', voteVoid: '测评无效', rateCapped: '比例封顶', clamped: '超出上限已截取',
    bonusCapped: '加分封顶', panelTooSmall: '评委不足', rescaled: '已按适用项折算',
  } as Record<string, string>,
  options: { very: '非常满意', satisfied: '满意', mostly: '基本满意', basically: '一般', not: '不满意', dissatisfied: '不满意', yes: '同意', no: '不同意', abstain: '弃权' } as Record<string, string>,
  ballots: { eligible: '应到人数', returned: '收回票数', invalid: '无效票数' },
  factType: { boolean: '是否', integer: '整数', decimal: '小数', scores: '评委打分', ballots: '测评票', awards: '获奖' } as Record<string, string>,
  factLevel: { branch: '小组', school: '学校', district: '区级' } as Record<string, string>,
  rollup: { sum: '求和', mean: '平均', weightedMean: '加权平均', min: '最小', max: '最大', any: '任一', all: '全部', concat: '合并' } as Record<string, string>,
  deadline: {
    onTimeUntil: (at: string) => `${at} 前提交为按时`, lateUntil: (at: string) => `${at} 前仍可补交，按迟交扣分`, lateNow: (at: string) => `已过 ${at}，现在提交为迟交`, locked: (at: string) => `已于 ${at} 锁定，不能再提交`,
    noLock: '逾期仍可提交，按迟交扣分', left: (text: string) => `还有 ${text}`, over: (text: string) => `已逾期 ${text}`, days: (n: number) => `${n} 天`, hours: (n: number) => `${n} 小时`, minutes: (n: number) => `${n} 分钟`, extended: '已延期',
  },
  home: {
    progress: '上报进度', expected: '应交', submitted: '已交', missing: '未交', late: '迟交', toReview: '待考评', due: '截止时间', zones: '片区进度', schools: '学校进度', distribution: '总分分布', trend: '历次均分',
    movers: '升降', rising: '上升最多', falling: '下降最多', openWork: '各人待办', noRound: '还没有进行中的评估轮次', noRoundHint: '先导入并发布考核方案，再新建轮次并开启。', newRound: '新建轮次', mean: '已交学校均分', coverage: '上报率',
    chooseRound: '选择轮次', person: '姓名', evaluationDue: '自评未交', reportsDue: '未交小组', reportsToDecide: '待审小组', change: '变化', before: '上次', zone: '片区', school: '学校', state: '状态', band: '分数段', count: '学校数', noMovers: '没有可比的上一轮',
    myWork: '我的任务', noWork: '目前没有需要您处理的事项', noWorkHint: '区教育工会开启新一轮评估后，会出现在这里。', fill: '去填写', view: '查看', review: '去考评', returned: '被退回', enterFor: '填报',
  },
  rounds: {
    title: '评估轮次', code: '轮次代码', name: '名称', scheme: '考核方案', window: '统计区间', dueAt: '截止日期', closesAt: '锁定时间', dueShift: '遇休息日', state: '状态', create: '新建轮次', open: '开启', close: '截止', publish: '公布', reopen: '重新开启',
    shift: { none: '不顺延', nextWorkingDay: '顺延到下一工作日', previousWorkingDay: '提前到上一工作日' }, scope: '参评范围', stages: '学段', zones: '片区', ownership: '办学性质', include: '另外纳入', exclude: '排除',
    public: '公办', private: '民办', kind: '用途', annual: '年度考核', application: '申报评审', openConfirm: '开启后方案版本和参评学校即固定，学校可以填报。', closeConfirm: '截止后学校和片区都不能再改动，结果固定。', reopenReason: '重新开启的理由',
    created: '已保存', codeWrong: '代码只能用小写字母、数字和连字符', codeHint: '小写字母、数字和连字符，例如 2026-autumn', lateRule: '到期后仍可迟交，到锁定时间后不能再提交', visibility: '学校能看到什么', ownCard: '只看本校', top: '前若干名', grades: '等次名单', full: '完整排名', topN: '显示前几名',
    publishConfirm: '公布后结果固定并按所选范围对学校可见。', none: '还没有轮次', noneHint: '新建一个轮次，选择方案、统计区间和截止日期。', boardTitle: '进度看板', reviewState: '考评状态', actions: '操作', bulkAccept: '批量认可', bulkReturn: '批量退回', selected: (n: number) => `已选 ${n} 所`,
    returnReason: '退回理由', returnDone: (n: number) => `已退回 ${n} 所`, acceptDone: (n: number) => `已认可 ${n} 所`, rejected: (n: number) => `${n} 所未处理`, extension: '延期', reports: '小组', received: '收到时间', daysLate: (n: number) => `迟交 ${n} 天`,
    extendTo: '延至', extendDone: '已延期', version: '版本', lateCopy: (round: string, names: string) => `【${round}】以下学校尚未提交：${names}。请尽快登录平台提交。`,
  },
  evaluation: {
    title: '学期自评', selfScore: '自评分', max: '满分', facts: '数据', comment: '说明', claim: '自评得分', notApplicable: '申请不适用', saved: '已保存', saving: '正在保存…', unsaved: '有未保存的内容', conflict: '他人已修改', offline: '离线，待保存',
    missing: '待补', missingList: (n: number) => `还有 ${n} 项缺数据`, missingNone: '各项数据已齐', submit: '提交', withdraw: '撤回', submitTitle: '确认提交', submitHint: '提交后区和片区即可看到，被考评前可以撤回。', total: '自评总分', fromBranches: '由小组填报汇总', fromImport: '由系统导入',
    source: '来源', ownFacts: '本校填写', returned: '被退回', submitted: '已提交', received: '收到时间', lateDays: (n: number) => `迟交 ${n} 天`, theirs: '最新内容', mine: '我的内容', keepMine: '保留我的', takeTheirs: '采用最新', readOnly: '当前状态不能修改', section: '项目', expandMissing: '只看待补',
    withdrawn: '已撤回', handedIn: '已提交', rule: '计分办法', reviewed: '考评分', final: '综评分', reasons: '考评理由', card: '得分单', feedback: '反馈单', notYet: '结果公布后可见', note: '备注', onBehalf: '区级代填理由',
  },
  report: {
    title: '小组填报', submit: '提交', accept: '接受', return: '退回', events: '活动记录', addEvent: '添加活动', date: '日期', value: '数量', event: '名称', fact: '项目', branch: '小组', kind: '类型', accepted: '已接受', returned: '已退回', submitted: '已提交', saved: '已保存',
    none: '没有小组', noneHint: '请学校工会主席先建立小组。', submitDone: '已提交，谢谢', noFacts: '本方案没有需要小组填报的数据', remove: '删除', code: '编号',
  },
  review: {
    title: '考评工作台', next: '下一所待考评', previous: '上一所', self: '自评', zone: '片区', district: '区级', final: '综评', reason: '理由', score: '分数', save: '保存考评', saved: '考评已保存', needReason: '改分请写理由', unreviewed: '待考评', all: '全部', keys: '快捷键：↑↓ 换项，Enter 改分，Ctrl+S 保存，Ctrl+→ 下一所',
    districtFacts: '区级数据', explanation: '得分说明', none: '没有待考评的学校', noneHint: '学校提交自评后会出现在这里。', returnOne: '退回', ownSchool: '不能考评本人所在学校', notSubmitted: '该校尚未提交', changed: (n: number) => `${n} 项改动未保存`,
  },
  results: {
    ranking: '结果排名', rank: '名次', school: '学校', zone: '片区', total: '总分', grade: '等次', outcome: '结果', ties: '并列', compare: '对比', scorecard: '得分单', group: '分组', allGroups: '全部', explain: '说明', base: '基础分', bonus: '加分', late: '迟交扣分', node: '指标', max: '满分', versions: '历次公布',
    live: '实时结果', frozen: (n: number, at: string) => `第 ${n} 次公布（${at}）`, chooseSchools: '请勾选 2 至 10 所学校', summary: '均分', mean: '全体均分', submittedMean: '已交均分', weighted: '按会员加权', coverage: '上报率', notRanked: '不排名', notPublished: '结果尚未公布', facts: '数据', arithmetic: '计算过程', changes: '考评改动', route: { report: '小组填报', evaluation: '学校自评', import: '系统导入', review: '考评录入' } as Record<string, string>,
    tiedWith: (n: number) => `${n} 所并列`, signature: '签字', seal: '盖章', districtUnion: '区教育工会', schoolUnion: '学校工会', date: '日期',
  },
  schemes: { title: '考核方案', code: '代码', name: '名称', published: '已发布版本', draft: '草稿版本', latest: '最新版本', import: '导入方案', importHint: '选择 .yaml、.json 或 .xlsx 文件', problems: '需要更正', warnings: '请留意', publish: '发布', none: '还没有方案', noneHint: '导入一份方案文件开始。', sections: '指标', facts: '数据项', version: '版本', state: { draft: '草稿', published: '已发布', retired: '已停用' } as Record<string, string>, max: '满分', rule: '规则', try: '试算', tryHint: '填入假设数据，按本方案计分，不保存', run: '试算', result: '结果', published_: '已发布', imported: '已导入为草稿',
    design: '设计', saveDraft: '保存为草稿', newLeaf: '新指标', diff: '与其他版本比较', same: '两个版本相同', change: { added: '新增', removed: '删除', changed: '修改' },
    ruleType: { manual: '人工评定', boolean: '是否', checklist: '清单', deduct: '逐次扣分', count: '按次计分', tiers: '分档', rateStep: '比例分步', rateLinear: '比例线性', value: '数值折算', panel: '评委打分', surveyIndex: '测评指数', surveyRate: '满意率' } as Record<string, string>,
    ruleField: { fact: '数据项', parts: '清单项', misses: '扣分次数', points: '每次（档）分值', gate: '前提', count: '次数', value: '数值', rate: '比例（分子 ÷ 分母）', bands: '分档', target: '达标值（%）', step: '步长（%）', zeroAt: '零分起点（%）', fullAt: '满分终点（%）', outOf: '满值', scores: '评委分', trimFrom: '去高低分起算人数', minimum: '最少评委', ballots: '测评票', weights: '选项权重', satisfied: '满意的选项', atLeast: '不低于' } as Record<string, string> },
  organisation: { title: '组织机构', zones: '片区', schools: '学校', branches: '小组', members: '会员数', stage: '学段', ownership: '性质', setting: '区位', urban: '城区', rural: '乡村', from: '起', to: '止', edit: '修改', addSchool: '新增学校', addBranch: '新增小组', addZone: '新增片区', import: '导入', kind: '类型', code: '代码', name: '名称', dryRun: '校验', apply: '导入', rows: (c: number, u: number, n: number, r: number) => `新增 ${c}，修改 ${u}，未变 ${n}，拒绝 ${r}` },
  users: { title: '人员与任职', posts: '任职', add: '新增人员', edit: '修改', displayName: '姓名', role: '角色', scope: '范围', password: '初始密码', passwordHint: '至少 10 个字符；留空则不变，或改用邀请链接由本人设定', invite: '邀请链接', inviteHint: '把链接发给本人，七天内可用一次，由本人设定密码。', copy: '复制链接', addPost: '添加任职' },
  keys: {
    title: '接口密钥', name: '用途', scopes: '权限', scope: { 'facts:write': '写入数据', 'scores:read': '读取得分', 'rankings:read': '读取排名' } as Record<string, string>, expiresAt: '到期', lastUsed: '最近使用', networks: '允许的地址', networksHint: '每行一个 IP 或网段，留空不限',
    make: '新建密钥', rotate: '更换', revoke: '停用', revokeConfirm: '停用后立即失效，无法恢复。', rotateConfirm: '将生成新密钥，旧密钥再可用一天。', once: '请立即复制，密钥只显示这一次。', ended: '已停用', never: '未使用', none: '还没有密钥', noneHint: '为需要对接的业务系统新建一个，按需选择权限和期限。', copy: '复制密钥', state: '状态', active: '有效',
  },
  invitation: { title: '设定密码', welcome: (name: string, district: string) => `${name}，欢迎加入${district}。请设定登录密码。`, userName: '用户名', password: '新密码', again: '再输入一次', mismatch: '两次输入不一致', short: '至少 10 个字符', done: '密码已设定，请登录', submit: '确定' },
  tour: {
    title: (n: number, all: number) => `快速上手 ${n}/${all}`,
    districtAdmin: ['首页显示各片区、学校的进度，点学校可看到每一分的来由。', '在这里导入方案、新建并开启轮次、管理学校和人员。', '右上角可切换身份、语言和深浅色。'],
    districtOfficer: ['首页显示各片区、学校的进度，点学校可看到每一分的来由。', '在“评估轮次”进入看板、考评工作台和排名。', '右上角可切换身份、语言和深浅色。'],
    zoneLead: ['首页显示本片区各校的进度。', '在“评估轮次”进入考评工作台，全程可用键盘操作。', '右上角可切换身份、语言和深浅色。'],
    schoolChair: ['这里列出本校要做的事和截止时间。', '填写时自动保存，可随时离开；提交后被考评前可撤回。', '右上角可切换身份、语言和深浅色。'],
    schoolClerk: ['这里列出本校要做的事和截止时间。', '填写时自动保存；由学校工会主席提交。', '右上角可切换身份、语言和深浅色。'],
    branchLead: ['这里列出您的小组要填报的内容，手机上几分钟即可完成。', '填写时自动保存，填完点“提交”。', '可在浏览器菜单中“添加到主屏幕”。'],
    auditor: ['首页显示全区进度。', '方案、轮次、排名和说明都可查看，不能修改。', '右上角可切换身份、语言和深浅色。'],
  },
  files: {
    xlsx: 'Excel 表格', docx: 'Word 文档', card: '得分单（Excel 表格）', yaml: 'YAML 文件', template: '下载模板', steps: '按模板填写后先校验，全部通过再导入；首行为列名，支持 .xlsx 和 .csv。', choose: '选择文件', errors: '下载错误表（逐行注明原因，改好后可直接再传）', row: '行',
    wrongKind: '只接受 .xlsx 和 .csv 文件；旧版 .xls、WPS 的 .et 请另存为 .xlsx。', facts: '导入数据',
  },
  amend: { button: '变更', title: '变更进行中的轮次', hint: '变更立即生效并重新计分；被移出的学校不再有得分，已填内容保留。', version: '方案版本', earlier: '以往变更' },
  ties: { title: (rank: number) => `第 ${rank} 名并列，确定先后`, hint: '名次仍为并列，先后次序用于授奖时的取舍，须写明理由。', earlier: '以往决定' },
  evidence: {
    title: '佐证材料', add: '添加材料', required: '须上传佐证', remove: '移除', purpose: '修改对应指标和时段', sending: '正在上传', received: '上传于', period: '所属时段', stillHolds: '至今', proves: '佐证的指标', from: '起始日期', to: '截止日期',
    toHint: '仍然有效的制度等可不填', alsoProves: (nodes: string) => `佐证 ${nodes}`, duplicate: (schools: string) => `与 ${schools} 提交的文件完全相同`, missing: '缺佐证', none: '未提交佐证材料',
  },
  jobs: { title: '任务记录', kind: '任务', state: { queued: '排队', running: '进行中', succeeded: '完成', failed: '失败', cancelled: '已取消' } as Record<string, string>, progress: '进度', queuedAt: '开始', endedAt: '结束', cancel: '取消', kinds: { 'rollup.full': '全面核算' } as Record<string, string>, run: '核算验证', differences: (n: number) => (n === 0 ? '与实时结果一致' : `${n} 所不一致，已更正`), none: '还没有任务' },
};

/** The shape that every language has. */
export type Words = typeof zhCN;
