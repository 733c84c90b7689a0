import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { findPersonalData } from '#shared/text/personal-data.ts'
import { isIdentityNumber } from '#shared/text/identity-number.ts'

// made up: the check digits fit, the persons do not exist
const ID18 = '11010519491231002X'
const ID15 = '610502800101123'
const found = (text: string) => findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('personal data in free text', () => {
  it.each([
    [`患者身份证${ID18}，已转运`, 'identity_number', ID18],
    [`证件 ${ID15}。`, 'identity_number', ID15],
    ['证件110105 19491231 002x', 'identity_number', '110105 19491231 002x'],
    ['证件１１０１０５１９４９１２３１００２Ｘ。', 'identity_number', '１１０１０５１９４９１２３１００２Ｘ'],
    ['联系13812345678', 'phone_number', '13812345678'],
    ['联系人电话：138-1234-5678转2', 'phone_number', '138-1234-5678'],
    ['联系+86 138 1234 5678。', 'phone_number', '+86 138 1234 5678'],
    ['联系１３８１２３４５６７８', 'phone_number', '１３８１２３４５６７８'],
    ['联系一三八一二三四五六七八', 'phone_number', '一三八一二三四五六七八'],
    ['联系138\u200b1234\u200b5678', 'phone_number', '138\u200b1234\u200b5678'],
    ['社区0913-2345678', 'phone_number', '0913-2345678'],
    ['社区（0913）2345678', 'phone_number', '（0913）2345678'],
    ['社区 029 8765 4321', 'phone_number', '029 8765 4321'],
    ['Call +86 29 8765 4321 now', 'phone_number', '+86 29 8765 4321'],
    ['货车陕A12345已放行', 'plate', '陕A12345'],
    ['货车陕Ａ·Ｄ12345', 'plate', '陕Ａ·Ｄ12345'],
    ['陕e 8x90k 途经', 'plate', '陕e 8x90k'],
    ['粤Z1234港车辆', 'plate', '粤Z1234港'],
  ])('%s', (text, kind, marked) => {
    expect(found(text)).toEqual([[kind, marked]])
  })

  it.each([
    '示防指〔2022〕1号', '示防指办发〔2022〕138号', '云政发[2022]12345678号', '第20220315001号通告',
    '610502001001', '990101001001002', '990101-S-0007', '2022-03-15 08:00 至 2022-03-29 24:00', '20220315080000',
    '共 13,812,345,678 元', '拨打 12345、120 或 110', '三千二百一十人', '星河苑2幢1单元1203室', '京昆高速 K1138+500',
    '东经109.5012345，北纬34.5012345', '核酸检测（第 2 轮）2022年3月16日', '一二三四五六七', 'A12345', '云渡县文昌路12号',
    '110105194912310021', '610502801301123', 'ISO 9001:2015', '邮编 714000', '',
  ])('none in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('finds several, in the order in which they stand', () => {
    expect(found(`陕A12345 驾驶员 ${ID18} 电话 13812345678`).map(([kind]) => kind)).toEqual(['plate', 'identity_number', 'phone_number'])
  })

  it('finds a mobile number wherever it stands, however its digits are written and parted', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    const number = fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), fc.array(digit, { minLength: 9, maxLength: 9 }))
    const way = fc.constantFrom((d: string) => d, (d: string) => String.fromCharCode(d.charCodeAt(0) + 0xfee0), (d: string) => '〇一二三四五六七八九'[Number(d)]!)
    const gap = fc.constantFrom('', '-', ' ', '－', '·')
    fc.assert(
      fc.property(number, way, gap, fc.constantFrom('', '电话', '致电：', 'tel '), ([head, rest], write, between, before) => {
        const text = `${before}${[...head, ...rest.map(String)].map(write).join(between)}（家属）`
        expect(findPersonalData(text)).toEqual([{ kind: 'phone_number', start: before.length, end: text.length - 4 }])
      }),
      { seed: 20220316 },
    )
  })

  it('takes eighteen digits for an identity number only with their check digit', () => {
    expect(isIdentityNumber(ID18)).toBe(true)
    const others = [...'0123456789'].map((last) => ID18.slice(0, 17) + last)
    expect(others.filter(isIdentityNumber)).toEqual([])
  })
})
