//! Tiers of Chinese cities, by which companies there plan.
//!
//! Source: 第一财经·新一线城市研究所, 《2024新一线城市魅力排行榜》, 2024-05-30: 4 first-tier cities, 15 new first-tier ones, 30 of the
//! second tier. The names are facts and change every year; the list is renewed with this file. Invariant: a city is in one tier.

/// Tier, cities in Chinese, then in Latin letters without blanks.
const TIERS: [(&str, &str, &str); 3] = [
    ("first", "上海 北京 深圳 广州", "shanghai beijing shenzhen guangzhou"),
    (
        "new_first",
        "成都 杭州 重庆 苏州 武汉 西安 南京 长沙 天津 郑州 东莞 无锡 宁波 青岛 合肥",
        "chengdu hangzhou chongqing suzhou wuhan xian nanjing changsha tianjin zhengzhou dongguan wuxi ningbo qingdao hefei",
    ),
    (
        "second",
        "佛山 沈阳 昆明 济南 厦门 福州 温州 常州 大连 石家庄 南宁 哈尔滨 金华 南昌 长春 南通 泉州 贵阳 嘉兴 太原 惠州 徐州 绍兴 中山 台州 烟台 \
         珠海 保定 潍坊 兰州",
        "foshan shenyang kunming jinan xiamen fuzhou wenzhou changzhou dalian shijiazhuang nanning harbin jinhua nanchang changchun nantong \
         quanzhou guiyang jiaxing taiyuan huizhou xuzhou shaoxing zhongshan taizhou yantai zhuhai baoding weifang lanzhou",
    ),
];

/// `first`, `new_first` or `second`; none for other texts.
pub(super) fn city_tier(text: &str) -> Option<&'static str> {
    let name: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let plain = name.strip_suffix("city").unwrap_or(&name);
    let is_in = |&&(_, chinese, latin): &&(&str, &str, &str)| {
        let begins = |city: &str| name.starts_with(city);
        chinese.split_whitespace().any(begins) || latin.split_whitespace().any(|city| city == plain)
    };
    TIERS.iter().find(is_in).map(|&(tier, _, _)| tier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_city_is_in_one_tier() {
        let sizes: Vec<usize> = TIERS.iter().map(|(_, chinese, _)| chinese.split_whitespace().count()).collect();
        assert_eq!(sizes, [4, 15, 30]);
        for (tier, chinese, latin) in TIERS {
            assert_eq!(chinese.split_whitespace().count(), latin.split_whitespace().count(), "{tier}");
            for city in chinese.split_whitespace().chain(latin.split_whitespace()) {
                assert_eq!(city_tier(city), Some(tier), "{city}");
            }
        }
        for (text, tier) in [("Xi'an City", Some("new_first")), ("苏州市", Some("new_first")), ("宿州", None), ("Paris", None), ("", None)]
        {
            assert_eq!(city_tier(text), tier, "{text}");
        }
    }
}
