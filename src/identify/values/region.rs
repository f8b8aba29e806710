//! Provinces and larger cities of China → the regions that companies there divide the country into.
//!
//! 大区 is how sales are organised, and hardly any export has it: it follows from the province, or from the city where
//! there is no province. Invariant: a name belongs to one region or to none; nothing is guessed for other countries.

use unicode_normalization::UnicodeNormalization;

/// A region with its provinces: short Chinese name, then names in Latin letters without blanks.
const REGIONS: [(&str, &[&str]); 8] = [
    ("华北", &["北京 beijing peking", "天津 tianjin", "河北 hebei", "山西 shanxi", "内蒙古 neimenggu innermongolia neimongol"]),
    ("东北", &["辽宁 liaoning", "吉林 jilin", "黑龙江 heilongjiang"]),
    ("华东", &["上海 shanghai", "江苏 jiangsu", "浙江 zhejiang", "安徽 anhui", "福建 fujian", "江西 jiangxi", "山东 shandong"]),
    ("华中", &["河南 henan", "湖北 hubei", "湖南 hunan"]),
    ("华南", &["广东 guangdong canton", "广西 guangxi", "海南 hainan"]),
    ("西南", &["重庆 chongqing", "四川 sichuan szechuan", "贵州 guizhou", "云南 yunnan", "西藏 xizang tibet"]),
    ("西北", &["陕西 shaanxi", "甘肃 gansu", "青海 qinghai", "宁夏 ningxia", "新疆 xinjiang"]),
    ("港澳台", &["香港 hongkong xianggang", "澳门 macau macao aomen", "台湾 taiwan", "臺灣", "澳門"]),
];

/// Larger cities by province.
const CITIES: [(&str, &str); 27] = [
    ("河北", "石家庄 唐山 保定 邯郸 廊坊 秦皇岛 沧州 邢台 张家口 承德 衡水 shijiazhuang tangshan"),
    ("山西", "太原 大同 长治 临汾 运城 晋中 taiyuan"),
    ("内蒙古", "呼和浩特 包头 鄂尔多斯 赤峰 hohhot huhehaote baotou"),
    ("辽宁", "沈阳 大连 鞍山 抚顺 锦州 营口 丹东 盘锦 shenyang dalian"),
    ("吉林", "长春 四平 延边 changchun"),
    ("黑龙江", "哈尔滨 大庆 齐齐哈尔 牡丹江 佳木斯 harbin haerbin daqing"),
    ("江苏", "南京 苏州 无锡 常州 南通 徐州 扬州 盐城 镇江 泰州 淮安 连云港 宿迁 昆山 nanjing suzhou wuxi changzhou nantong xuzhou"),
    ("浙江", "杭州 宁波 温州 嘉兴 绍兴 金华 台州 湖州 义乌 衢州 丽水 舟山 hangzhou ningbo wenzhou jiaxing shaoxing jinhua"),
    ("安徽", "合肥 芜湖 蚌埠 阜阳 马鞍山 安庆 滁州 hefei wuhu"),
    ("福建", "福州 厦门 泉州 漳州 莆田 龙岩 三明 南平 宁德 fuzhou xiamen quanzhou"),
    ("江西", "南昌 赣州 九江 上饶 宜春 吉安 景德镇 nanchang ganzhou"),
    ("山东", "济南 青岛 烟台 潍坊 临沂 淄博 威海 济宁 东营 泰安 德州 聊城 日照 枣庄 滨州 菏泽 jinan qingdao yantai weifang linyi"),
    ("河南", "郑州 洛阳 南阳 新乡 开封 安阳 许昌 商丘 信阳 周口 焦作 平顶山 zhengzhou luoyang"),
    ("湖北", "武汉 宜昌 襄阳 荆州 黄石 十堰 孝感 黄冈 wuhan yichang"),
    ("湖南", "长沙 株洲 湘潭 衡阳 岳阳 常德 郴州 益阳 changsha zhuzhou"),
    (
        "广东",
        "广州 深圳 东莞 佛山 珠海 惠州 中山 汕头 江门 湛江 茂名 肇庆 揭阳 清远 潮州 guangzhou shenzhen dongguan foshan zhuhai huizhou zhongshan",
    ),
    ("广西", "南宁 柳州 桂林 北海 玉林 nanning liuzhou guilin"),
    ("海南", "海口 三亚 haikou sanya"),
    ("四川", "成都 绵阳 德阳 南充 宜宾 泸州 乐山 chengdu mianyang"),
    ("贵州", "贵阳 遵义 毕节 guiyang zunyi"),
    ("云南", "昆明 曲靖 大理 玉溪 丽江 kunming dali"),
    ("西藏", "拉萨 lhasa"),
    ("陕西", "西安 咸阳 宝鸡 渭南 延安 榆林 汉中 xian xianyang"),
    ("甘肃", "兰州 天水 酒泉 lanzhou"),
    ("青海", "西宁 xining"),
    ("宁夏", "银川 yinchuan"),
    ("新疆", "乌鲁木齐 克拉玛依 喀什 urumqi wulumuqi"),
];

/// The region of a province, region or larger city; none when it is none of China.
///
/// # Example: short, long, in Latin letters, and by the city
/// ```
/// use customer_tiers::identify::values::region::area;
/// assert_eq!(area("广东"), Some("华南"));
/// assert_eq!(area("内蒙古自治区"), Some("华北"));
/// assert_eq!(area("Zhejiang Province"), Some("华东"));
/// assert_eq!(area("成都市"), Some("西南"));
/// assert_eq!(area("Kentucky"), None);
/// ```
#[must_use]
pub fn area(text: &str) -> Option<&'static str> {
    let name: String = text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if name.is_ascii() { area_of_latin(&name) } else { area_of_chinese(name.strip_prefix("中国").unwrap_or(&name)) }
}

fn area_of_latin(name: &str) -> Option<&'static str> {
    const ENDINGS: [&str; 8] = ["autonomousregion", "municipality", "province", "sheng", "city", "shi", "sar", "uygur"];
    let mut plain = name;
    while let Some(rest) = ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending)).filter(|rest| rest.len() >= 4) {
        plain = rest;
    }
    // "Shi" ends names of its own, so the whole name is tried first.
    find(|names| names.split(' ').any(|own| own == name)).or_else(|| find(|names| names.split(' ').any(|own| own == plain)))
}

fn area_of_chinese(name: &str) -> Option<&'static str> {
    let region = REGIONS.iter().find(|(region, _)| name.starts_with(region)).map(|&(region, _)| region);
    let begins = |names: &str| names.split(' ').any(|own| !own.is_ascii() && name.starts_with(own));
    region.or_else(|| find(begins))
}

/// The region with a province, or else with a city, of which this is true.
fn find(is_wanted: impl Fn(&str) -> bool) -> Option<&'static str> {
    let of_province = |wanted: &dyn Fn(&str) -> bool| {
        REGIONS.iter().find(|(_, provinces)| provinces.iter().any(|province| wanted(province))).map(|&(region, _)| region)
    };
    let city = || CITIES.iter().find(|(_, cities)| is_wanted(cities)).map(|&(province, _)| province);
    of_province(&is_wanted).or_else(|| city().and_then(|province| of_province(&|names| names.split(' ').next() == Some(province))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_province_has_its_region() {
        for (region, names) in [
            ("华北", "北京|北京市|天津|河北省|山西省|内蒙古|内蒙古自治区|Hebei|Inner Mongolia|Shanxi"),
            ("东北", "辽宁|吉林省|黑龙江|Heilongjiang|大连|东北|东北地区"),
            ("华东", "上海|江苏省|浙江|安徽|福建|江西|山东|中国上海|华东大区|Jiangsu Sheng|苏州|青岛市|Hangzhou"),
            ("华中", "河南|湖北省|湖南|武汉|Zhengzhou City"),
            ("华南", "广东|广东省深圳市|广西壮族自治区|海南|深圳|Shenzhen|GUANGDONG"),
            ("西南", "重庆市|四川|贵州|云南|西藏自治区|Tibet|成都"),
            ("西北", "陕西|甘肃|青海|宁夏回族自治区|新疆维吾尔自治区|Shaanxi|西安|乌鲁木齐"),
            ("港澳台", "香港|香港特别行政区|澳门|台湾省|Hong Kong|Macau|Taiwan"),
        ] {
            for name in names.split('|') {
                assert_eq!(area(name), Some(region), "{name}");
            }
        }
        for name in ["Kentucky", "SP", "", "巴黎", "千葉県", "Hubert", "South"] {
            assert_eq!(area(name), None, "{name}");
        }
        assert!(CITIES.iter().all(|(province, _)| area(province).is_some()));
    }
}
