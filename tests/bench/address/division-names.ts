/** Real divisions (names of 2022): prefectures with their province, and some of their counties. */
export const prefectures: { province: string; name: string; counties: string[] }[] = [
  ['陕西省', '渭南市', '临渭区 华州区 潼关县 大荔县 合阳县 澄城县 蒲城县 白水县 富平县 韩城市 华阴市'],
  ['陕西省', '西安市', '新城区 碑林区 莲湖区 灞桥区 未央区 雁塔区 阎良区 临潼区 长安区 高陵区 鄠邑区 蓝田县 周至县'],
  ['陕西省', '宝鸡市', '渭滨区 金台区 陈仓区 凤翔区 岐山县 扶风县 眉县 陇县 千阳县 麟游县 凤县 太白县'],
  ['陕西省', '咸阳市', '秦都区 渭城区 三原县 泾阳县 乾县 礼泉县 永寿县 长武县 旬邑县 淳化县 武功县 兴平市 彬州市'],
  ['陕西省', '汉中市', '汉台区 南郑区 城固县 洋县 西乡县 勉县 宁强县 略阳县 镇巴县 留坝县 佛坪县'],
  ['吉林省', '白山市', '浑江区 江源区 抚松县 靖宇县 长白朝鲜族自治县 临江市'],
  ['吉林省', '长春市', '南关区 宽城区 朝阳区 二道区 绿园区 双阳区 九台区 农安县 榆树市 德惠市 公主岭市'],
  ['吉林省', '吉林市', '昌邑区 龙潭区 船营区 丰满区 永吉县 蛟河市 桦甸市 舒兰市 磐石市'],
  ['吉林省', '延边朝鲜族自治州', '延吉市 图们市 敦化市 珲春市 龙井市 和龙市 汪清县 安图县'],
  ['河南省', '洛阳市', '老城区 西工区 涧西区 洛龙区 孟津区 偃师区 新安县 栾川县 嵩县 汝阳县 宜阳县 洛宁县 伊川县'],
  ['湖北省', '恩施土家族苗族自治州', '恩施市 利川市 建始县 巴东县 宣恩县 咸丰县 来凤县 鹤峰县'],
  ['四川省', '绵阳市', '涪城区 游仙区 安州区 三台县 盐亭县 梓潼县 北川羌族自治县 平武县 江油市'],
  ['江苏省', '扬州市', '广陵区 邗江区 江都区 宝应县 仪征市 高邮市'],
  ['浙江省', '金华市', '婺城区 金东区 武义县 浦江县 磐安县 兰溪市 义乌市 东阳市 永康市'],
  ['广东省', '韶关市', '武江区 浈江区 曲江区 始兴县 仁化县 翁源县 乳源瑶族自治县 新丰县 乐昌市 南雄市'],
  ['云南省', '大理白族自治州', '大理市 漾濞彝族自治县 祥云县 宾川县 弥渡县 南涧彝族自治县 巍山彝族回族自治县 永平县 云龙县 洱源县 剑川县 鹤庆县'],
].map(([province = '', name = '', counties = '']) => ({ province, name, counties: counties.split(' ') }))

const words = (text: string): string[] => text.split(' ')

/** Township names as they are found in many counties. */
export const townships = words(
  '城关街道 东关街道 西关街道 南关街道 北关街道 站前街道 解放街道 人民街道 向阳街道 和平街道 城关镇 东风镇 太平镇 永安镇 兴隆镇 清水镇 白水镇 龙门镇 石桥镇 ' +
  '双河镇 高桥镇 新民镇 官庄镇 马家镇 王村镇 桥头镇 观音镇 罗家镇 三里镇 十里铺镇 南坪镇 北塬镇 东塬镇 西塬镇 柳林镇 杨柳镇 大河镇 黄龙镇 金山镇 银川镇 ' +
  '龙泉乡 青山乡 红旗乡 前进乡 胜利乡 团结乡 光明乡 张家乡 李家乡 刘家乡 石门乡 沙河乡',
)
export const streetStems = words(
  '人民 解放 建设 和平 中山 新华 文化 胜利 团结 友谊 光明 长安 朝阳 东风 红旗 向阳 五一 八一 青年 工农 文昌 文庙 书院 学府 育才 育英 科技 创新 创业 工业 ' +
  '兴业 兴隆 兴华 振兴 振华 复兴 新兴 永兴 永安 永宁 太平 安康 平安 康乐 长乐 长庆 重庆 北京 上海 南京 西安 渭南 渭河 黄河 长江 滨河 沿河 临江 滨江 湖滨 ' +
  '公园 体育 广场 车站 站前 迎宾 凤凰 凤鸣 龙泉 龙门 龙腾 金山 银河 玉泉 玉兰 丹桂 桂花 梅园 兰亭 竹林 菊香 松柏 梧桐 银杏 柳荫 槐树 杨柳 桃园 杏花 梨园 ' +
  '钟楼 鼓楼 城隍庙 关帝庙 观音 三官庙 状元 贡院 衙前 县前 府前 市场 米市 布市 骡马市 盐店 油坊 水井 石桥 木桥 三桥 双桥 东关 西关 南关 北关 东门 西门 南门 北门 ' +
  '一环 二环 三环 四环 环城 高新 开元 世纪 时代 未来 明德 厚德 致远 博学 崇文 尚德 仁义 礼泉 智慧 诚信 富强 民主 文明 和谐 自由 平等 公正 法治 爱国 敬业',
)
export const streetEnds = words('路 路 路 街 街 巷 大街 大道 东路 西路 南路 北路 中路 东街 西街 南街 北街 一路 二路 三路')
export const compoundStems = words(
  '幸福 阳光 和谐 锦绣 翠湖 金桂 春晓 望江 临水 御景 紫荆 玉兰 文苑 书香 德馨 安居 康乐 惠民 富康 景泰 盛世 东方 枫林 竹韵 桃源 观澜 云水 碧水 蓝湾 清风 明月 ' +
  '瑞景 龙泉 凤鸣 鼎盛 世纪 时代 绿洲 丽景 天和 祥和 吉祥 福临 嘉禾 丰泽 润泽 怡和 静安 同心 光明 建设 纺织 粮苑 教苑 杏林 荷塘 星河 晨曦 雅居 金色 绿地 万达 恒大',
)
export const compoundEnds = words('小区 小区 小区 家园 花园 雅苑 华庭 公寓 苑 新村 名邸')
export const villageStems = words(
  '李家 王家 张家 刘家 陈家 杨家 赵家 黄家 周家 吴家 徐家 孙家 马家 朱家 胡家 郭家 何家 高家 林家 罗家 上河 下河 东沟 西沟 南坡 北坡 前塬 后塬 石门 柳树 槐树 枣林 ' +
  '桑园 核桃 白石 青石 黄土 红土 龙王 土地 将军 铁炉 瓦窑 砖窑 油坊 水磨 碾子 泉眼 桥头 渡口 河湾 滩头 五里 七里 十里 双庙 三义 四合 六合 甘泉 清水 寒泉 药王 茶棚',
)
export const communityStems = words('和平 文昌 鼓楼 东关 西关 站前 莲湖 朝阳 康乐 新安 滨江 学府 永宁 兴业 长乐 安居')
export const latinStems = words(
  'Steiner Kremser Wiener Linzer Donau Wachau Bahnhof Kirchen Schul Mühl Berg Wald Garten Rosen Linden ' +
  'Kastanien Weinberg Sonnen Hofer Langenloiser Mautner Göttweig ' +
  'Schiller Goethe Mozart Haydn Schubert Beethoven Burg Kloster Pfarr Friedhof Feld Wiesen Bach Brunn Stadt ' +
  'Markt Post Bräuhaus Kaiser Franz-Josef Doktor-Karl-Dorrek',
)
export const latinEnds = words('straße gasse weg platz zeile allee')
export const latinTowns = words('Krems Stein Mautern Langenlois Furth Rohrendorf Gedersdorf Senftenberg ' +
  'Dürnstein Weißenkirchen Spitz Grafenegg Hadersdorf Straß Lengenfeld Gföhl')
