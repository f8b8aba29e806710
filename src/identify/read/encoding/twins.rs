//! Small tables of many languages, written in the encodings that their programs write.

use super::*;
use encoding_rs::*;

/// Name, text, and the encodings in which it is written.
type Twin = (&'static str, &'static str, &'static [&'static Encoding]);

const TWINS: &[Twin] = &[
    (
        "orders",
        "订单编号,客户名称,下单日期,金额\nDD20240001,张伟,2024-01-05,128.00\nDD20240002,王芳,2024-01-06,256.50\nDD20240003,上海贸易有限公司,2024-01-07,99.00\n",
        &[GB18030, GBK],
    ),
    ("two names", "id,name\n1,李娜\n2,赵敏\n", &[GB18030]),
    ("a rare name", "客户,金额\n王喆,12\n陈玥,30\n刘堃,9\n", &[GB18030]),
    (
        "reviews",
        "label,review\n1,距离川沙公路较近,但是公交指示不对,如果是\"蔡陆线\"的话,会非常麻烦.建议用别的路线.房间较为简单.\n1,商务大床房，房间很大，床有2M宽，整体感觉经济实惠不错!\n",
        &[GB18030],
    ),
    (
        "traditional",
        "訂單編號,客戶名稱,日期,金額\nA001,陳美玲,2024-01-05,1200\nA002,林志明,2024-01-06,850\nA003,臺北貿易股份有限公司,2024-01-07,99\n",
        &[BIG5],
    ),
    ("traditional, two names", "id,name\n1,黃淑芬\n2,張家豪\n", &[BIG5]),
    (
        "japanese",
        "顧客番号,氏名,購入日,金額\nC001,佐藤花子,2024-01-05,1200\nC002,鈴木一郎,2024-01-06,850\nC003,株式会社テスト,2024-01-07,99\n",
        &[SHIFT_JIS, EUC_JP],
    ),
    ("japanese syllables", "id,name\n1,トマト\n2,きゅうり\n3,りんごジュース\n", &[SHIFT_JIS, EUC_JP]),
    ("japanese names only", "id,name\n1,山田太郎\n2,高橋美咲\n3,東京都新宿区\n", &[SHIFT_JIS, EUC_JP]),
    (
        "korean",
        "고객번호,이름,주문일,금액\nC001,김민수,2024-01-05,1200\nC002,이영희,2024-01-06,850\nC003,서울무역 주식회사,2024-01-07,99\n",
        &[EUC_KR],
    ),
    ("korean, two names", "id,name\n1,박지훈\n2,최수진\n", &[EUC_KR]),
    (
        "russian",
        "Клиент,Дата,Сумма\nИванов Иван,05.01.2024,1200\nПетрова Анна,06.01.2024,850\nООО Ромашка,07.01.2024,99\n",
        &[WINDOWS_1251, KOI8_R, ISO_8859_5, IBM866],
    ),
    ("russian, two names", "id,name\n1,Сергей\n2,Ольга\n", &[WINDOWS_1251, KOI8_R]),
    ("german", "Kunde;Ort;Umsatz\nMüller;Köln;12,50\nSchröder;München;9,90\nWeiß;Nürnberg;8,00\n", &[WINDOWS_1252]),
    ("one accent", "id;name\n1;José\n2;Smith\n3;Brown\n", &[WINDOWS_1252]),
    ("french", "client;ville;montant\nAndré Lefèvre;Orléans;12 €\nChloé;Besançon;9 €\nHélène;Nîmes;8 €\n", &[WINDOWS_1252]),
    ("spanish", "cliente;ciudad;importe\nMuñoz;Cádiz;12\nPeña;Málaga;9\nIbáñez;León;8\n", &[WINDOWS_1252]),
    ("portuguese", "cliente;cidade\nJoão;São Paulo\nConceição;Brasília\nGonçalves;Goiânia\n", &[WINDOWS_1252]),
    ("swedish", "kund;ort\nÅsa Öberg;Malmö\nBjörn;Västerås\nLars;Göteborg\n", &[WINDOWS_1252]),
    (
        "polish",
        "klient;miasto;kwota\nWiśniewski;Łódź;12\nDąbrowska;Gdańsk;9\nZieliński;Kraków;8\nWójcik;Częstochowa;7\n",
        &[WINDOWS_1250, ISO_8859_2],
    ),
    ("czech", "zákazník;město\nNovák;Plzeň\nDvořák;Děčín\nČerný;Třebíč\nŠťastný;Zlín\n", &[WINDOWS_1250, ISO_8859_2]),
    ("hungarian", "ügyfél;város\nNagy Erzsébet;Győr\nTóth László;Szőny\nKőszegi;Fűzfő\n", &[WINDOWS_1250]),
    ("turkish", "müşteri;şehir;tutar\nAyşe Yılmaz;İstanbul;12\nMehmet Şahin;Muğla;9\nÇağrı Doğan;Eskişehir;8\n", &[WINDOWS_1254]),
    ("greek", "Πελάτης;Πόλη;Ποσό\nΓιώργος Παπαδόπουλος;Αθήνα;12\nΜαρία;Θεσσαλονίκη;9\n", &[WINDOWS_1253]),
    ("arabic", "العميل;المدينة;المبلغ\nمحمد أحمد;القاهرة;12\nفاطمة علي;الرياض;9\n", &[WINDOWS_1256]),
    ("hebrew", "לקוח;עיר;סכום\nדוד כהן;תל אביב;12\nשרה לוי;ירושלים;9\n", &[WINDOWS_1255]),
    ("thai", "ลูกค้า;เมือง;จำนวน\nสมชาย ใจดี;กรุงเทพ;12\nสุดา;เชียงใหม่;9\n", &[WINDOWS_874]),
    ("lithuanian", "klientas;miestas\nJonas Kazlauskas;Šiauliai\nRūta Žukauskienė;Panevėžys\nLaimė;Kėdainiai\n", &[WINDOWS_1257]),
];

#[test]
fn every_table_is_read_as_it_was_written() {
    for (name, text, encodings) in TWINS {
        for encoding in *encodings {
            let (bytes, written, unmappable) = encoding.encode(text);
            assert!(!unmappable, "{name} cannot be written in {}", written.name());
            let found = of_bytes(&bytes);
            let read = found.encoding.decode_without_bom_handling(&bytes).0;
            assert_eq!(read, *text, "{name} in {} read as {}", encoding.name(), found.encoding.name());
        }
    }
}

#[test]
fn a_name_in_a_file_of_plain_text_is_enough() {
    for (bytes, encoding) in
        [(&b"id;name\n1;Ren\xE9e\n"[..], WINDOWS_1252), (b"name,state\n\xD5akman,AL\n", WINDOWS_1252), (b"a,b\n1,\xA9\n", WINDOWS_1252)]
    {
        assert_eq!(of_bytes(bytes).encoding.name(), encoding.name(), "{}", encoding.decode_without_bom_handling(bytes).0);
    }
}

#[test]
fn where_there_is_doubt_the_likeliest_readings_are_shown() {
    let shown = |text: &str, encoding: &'static Encoding| {
        let previews = of_bytes(&encoding.encode(text).0).previews;
        previews.into_iter().map(|preview| (preview.encoding, preview.lines.join("|"))).collect::<Vec<_>>()
    };
    assert!(shown(TWINS[0].1, GB18030).is_empty(), "orders in Chinese leave no doubt");
    assert!(shown("id;name\n1;Müller\n2;Jörg\n", WINDOWS_1252).is_empty(), "encodings that read the same are no doubt");
    // 李敏, or 川畑 in Japanese.
    let name: Vec<String> = of_bytes(b"id,name\n1,\xC0\xEE\xC3\xF4\n").previews.into_iter().map(|preview| preview.encoding).collect();
    assert!(name.contains(&"gb18030".to_owned()) && name.contains(&"EUC-JP".to_owned()), "{name:?}");
    let russian = shown("id,name\n1,Сергей\n2,plain\n3,Ольга\n", WINDOWS_1251);
    assert_eq!(russian.len(), 3);
    assert_eq!(russian[0], ("windows-1251".into(), "1,Сергей|3,Ольга".into()));
    assert_eq!(russian[1], ("windows-1253".into(), "1,Ρεπγει|3,Ξλόγΰ".into()));
}

#[test]
fn previews_are_short() {
    let line = format!("1,{}\n", "ы".repeat(200));
    let preview = preview(WINDOWS_1251, &WINDOWS_1251.encode(&line.repeat(5)).0);
    assert_eq!(preview.lines, vec![format!("1,{}", "ы".repeat(78)); 3]);
}

#[test]
fn noise_gives_an_answer() {
    let noise: Vec<u8> = (0..40_000_u32).map(|place| u8::try_from(place.wrapping_mul(2_654_435_761) >> 24).unwrap_or(0) | 0x80).collect();
    assert!(!of_bytes(&noise).previews.is_empty());
    assert_eq!(of_bytes(&[0xFF]).encoding.name(), "windows-1252");
}
