/** How a stretch of road is called in Chinese, one without a name by what it joins. */
export const zhRoads = {
  kind: { road: '道路', track: '机耕路', path: '小路', steps: '台阶', service: '内部道路', ramp: '匝道', ferry: '渡线', bridge: '桥' },
  between: (kind: string, a: string, b: string) => `${a}与${b}之间的无名${kind}`,
  off: (kind: string, a: string) => `连接${a}的无名${kind}`,
  near: (kind: string, a: string) => `${a}附近的无名${kind}`,
  at: (kind: string, place: string) => `无名${kind}（${place}）`,
  over: (water: string) => `跨${water}的桥`,
  overOf: (water: string) => `跨${water}`,
}
