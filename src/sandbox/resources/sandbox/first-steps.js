// What an empty phone tells a newcomer: who this is, and what to do on it.

const STEPS = [
  [/^网格员|^居民/, '说一句话，发一张照片、一个位置（点 ＋），顺序不限，少一样也行。\n机器人汇成一张卡片，点“上报”。'],
  [/^派遣/, '有人上报后，这里会来一张“待派遣”卡片，单位已经选好，点“派遣”。'],
  [/^处置/, '派给本单位后，这里会来“新任务”：点“签收”，说一句做了什么或发张照片，点“提交”。'],
  [/^核查/, '处置单位提交后，这里会来“待核查”卡片，看过点“通过”。'],
  [/领导$/, '问一句“简报”，看今天的数字；每天早上八点半也会自动收到。'],
];

/** The sentence for a person's phone. */
export function firstSteps(person) {
  const [, words] = STEPS.find(([role]) => role.test(person.role))
    ?? ['', `以${person.name}的身份说点什么，比如“帮助”。`];
  return words;
}
