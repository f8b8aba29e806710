//! What columns are called in other languages: German, French, Spanish, Portuguese, Italian, Dutch, Japanese, Korean and Russian.
//!
//! The page speaks Chinese and English, the files of those who trade abroad do not. Ranks and `=` mean what they mean in the words of
//! [`super::DICTIONARY`]; accents are off, as [`super::super::header::Header`] takes them off, and Japanese is written with the simplified
//! forms that it folds to. Short words have to be the whole header: `total` says less than what stands beside it.

use crate::recipe::Field;

/// More words for one role, by rank.
pub(super) fn ranks(field: Field) -> [&'static str; 4] {
    WORDS.iter().find(|(own, _)| *own == field).map_or([""; 4], |(_, ranks)| *ranks)
}

const WORDS: [(Field, [&str; 4]); 26] = [
    (
        Field::CustomerId,
        [
            "kundenid kundennr kundenkontonummer mitgliedsnummer idclient codeclient numeroclient numeroduclient numerodeclient numclient \
             nclient referenceclient idcliente codigocliente codigodecliente codigodocliente numerocliente numerodecliente numerodocliente \
             nrocliente ncliente codcliente clienteid codicecliente klantnummer klantnr klantid klantcode 会员id 会员番号 顾客番号 顾客コード 得意先コード \
             得意先番号 取引先コード ユーザーid 고객번호 고객id 고객코드 회원번호 회원id 거래처코드 구매자id 주문자id идклиента кодклиента номерклиента",
            "debitorennummer debitornr debiteurnummer =회원아이디 =아이디",
            "=kunde =cliente =klant =debitor =得意先 =取引先 =고객 =회원 =거래처 =клиент =контрагент =покупатель",
            "",
        ],
    ),
    (
        Field::CustomerName,
        [
            "kundenname nomclient nomduclient nomdeclient nombrecliente nombredelcliente nombredecliente nomecliente nomedocliente \
             nomedelcliente klantnaam 注文者氏名 注文者名 购入者氏名 购入者名 会员氏名 会员名 お客様名 お客様氏名 得意先名 取引先名 고객명 고객이름 회원명 주문자명 구매자명 \
             거래처명 имяклиента наименованиеклиента",
            "nomcomplet nombrecompleto nomecompleto =氏名 =お名前 =주문자 =구매자 =이름 =성명 =фио =nom =nombre =nome =naam",
            "raisonsociale razonsocial razaosocial ragionesociale nominativo 届け先氏名 수취인명 수령인",
            "",
        ],
    ),
    (
        Field::OrderId,
        [
            "bestellnr bestellid auftragsnummer auftragsnr rechnungsnr belegnummer belegnr numerocommande numerodecommande ncommande idcommande \
             referencecommande refcommande numcommande numerofacture numerodefacture nfacture idpedido numeropedido numerodepedido \
             numerodopedido npedido nropedido codigopedido codigodopedido numerofactura numerodefactura nfactura nrofactura idordine \
             numeroordine nordine numerofattura ordernummer bestelnummer factuurnummer 注文番号 注文id 受注番号 受注id 伝票番号 取引番号 取引id 주문번호 주문id \
             거래번호 전표번호 номерзаказа идзаказа",
            "=bestellung =commande =pedido =ordine =factura =facture =bestelling",
            "notafiscal =folio",
            "",
        ],
    ),
    (
        Field::Date,
        [
            "auftragsdatum belegdatum kaufdatum datecommande datedecommande datedelacommande dateachat datedachat datefacture datedefacture \
             datevente datedevente fechapedido fechadepedido fechadelpedido fechacompra fechadecompra fechafactura fechadefactura fechaventa \
             fechadeventa datapedido datadopedido datacompra datadacompra datavenda datadavenda dataordine datafattura dataacquisto \
             datavendita orderdatum besteldatum factuurdatum verkoopdatum aankoopdatum 注文日 注文日时 受注日 受注日时 购入日 购入日时 购买日 売上日 取引日 取引日时 \
             伝票日付 주문일 주문일시 주문일자 구매일 구매일시 구매일자 거래일 거래일자 거래일시 판매일 매출일 датазаказа датапокупки датапродажи",
            "=fecha =日付 =日时 =일자 =날짜 =일시 =дата",
            "결제일 결제일시 결제일자 =data",
            "",
        ],
    ),
    (
        Field::Amount,
        [
            "bruttobetrag gesamtbetrag rechnungsbetrag bestellwert endbetrag bruttoumsatz montantttc totalttc importetotal totalpagado \
             valorpago valortotal valordopedido totaldopedido importototale totaleordine totaalbedrag factuurbedrag orderbedrag 支払金额 支払额 \
             税込金额 税込合計 請求金额 決済金额 실결제금액 결제금액 총결제금액",
            "gesamtsumme gesamtpreis =summe =brutto montanttotal =montant chiffredaffaires preciototal montototal totalventa =importe =monto \
             =ventas =venta =valor =receita =importo =totale =bedrag =totaal =omzet 合計金额 注文金额 购入金额 売上金额 売上高 =売上 =合計 総合計 주문금액 \
             총금액 판매금액 구매금액 매출액 매출금액 합계금액 =금액 =합계 =매출 =сумма суммазаказа =выручка",
            "商品合計 상품금액 =стоимость",
            "nettobetrag nettoumsatz =netto montantht totalht nettobedrag 税抜金额 税抜合計",
        ],
    ),
    (
        Field::Quantity,
        [
            "=anzahl =stuckzahl bestellmenge =quantite =qte =cantidad =quantidade =qtd =quantita =aantal 注文数 购入数 注文数量 =수량 주문수량 \
             구매수량 =количество",
            "",
            "",
            "",
        ],
    ),
    (
        Field::UnitPrice,
        [
            "einzelpreis stuckpreis prixunitaire preciounitario precounitario valorunitario prezzounitario stuksprijs eenheidsprijs 販売単価 \
             =単価 =단가 상품단가 판매단가",
            "=prix =precio =preco =prezzo =prijs =価格 =판매가 =цена",
            "",
            "",
        ],
    ),
    (
        Field::Product,
        [
            "produktname artikelname artikelbezeichnung nomproduit nomduproduit nombreproducto nombredelproducto nomeproduto nomedoproduto \
             nomeprodotto productnaam artikelnaam 상품명 제품명 품목명 наименованиетовара",
            "=produkt =produit =designation =producto =articulo =produto =prodotto =articolo =상품 =제품 =товар =номенклатура",
            "produktnummer artikelnummer artikelnr 商品コード 商品番号 品番 상품코드 상품번호",
            "",
        ],
    ),
    (
        Field::Category,
        [
            "warengruppe produktkategorie =categorie =categoria 商品カテゴリ =カテゴリ =カテゴリー =카테고리 =категория",
            "produktgruppe =분류 =품목군",
            "",
            "",
        ],
    ),
    (
        Field::Phone,
        [
            "telefon telefonnummer mobilnummer handynummer =handy numerodetelephone telephoneportable telefono telefonomovil =celular =movil \
             telefone cellulare telefoon telefoonnummer 电话番号 携帯电话 携帯番号 전화번호 휴대폰 휴대폰번호 휴대전화 핸드폰 телефон",
            "=portable 연락처",
            "",
            "",
        ],
    ),
    (
        Field::Email,
        [
            "courriel adresseemail adressemail emailadresse emailadres correo correoelectronico メールアドレス 이메일 электроннаяпочта",
            "=メール =почта",
            "",
            "",
        ],
    ),
    (
        Field::Company,
        [
            "firmenname unternehmen =societe nomsociete =entreprise =empresa =azienda =bedrijf bedrijfsnaam 会社名 法人名 회사명 업체명 =компания \
             =организация",
            "=상호",
            "",
            "",
        ],
    ),
    (Field::Region, ["=provincia =provincie 都道府県 =시도 =область", "=departement =estado =uf =regione =지역 =регион", "", ""]),
    (
        Field::City,
        [
            "=ort wohnort =ville =ciudad =cidade =citta =woonplaats =stad 市区町村 =도시 =город",
            "=localidad =poblacion =municipio =plaats =시군구",
            "",
            "",
        ],
    ),
    (Field::Country, ["=pays =pais =paese nazione =국가 =страна", "", "", ""]),
    (
        Field::Status,
        [
            "bestellstatus auftragsstatus statutcommande statutdelacommande estadopedido estadodelpedido statusdopedido statuspedido \
             statoordine 注文状态 注文ステータス 주문상태 статусзаказа",
            "zahlungsstatus statutdupaiement estadodelpago 결제상태",
            "=statut =stato =ステータス =상태 =статус",
            "",
        ],
    ),
    (Field::FirstName, ["prenom primernombre voornaam =имя", "", "", ""]),
    (Field::LastName, ["nomdefamille apellido apellidos cognome sobrenome achternaam фамилия", "", "", ""]),
    (Field::Gender, ["geschlecht =sexe =sexo =sesso geslacht =性别 성별 =пол", "", "", ""]),
    (
        Field::Birthday,
        [
            "geburtsdatum geburtstag datedenaissance fechadenacimiento datadenascimento datadinascita geboortedatum 生年月日 생년월일 датарождения",
            "",
            "",
            "",
        ],
    ),
    (Field::Address, ["=strasse =anschrift =adresse =direccion =endereco =indirizzo =straat =adres 住所 =주소 =адрес", "", "", ""]),
    (
        Field::FirstOrder,
        [
            "erstebestellung ersterkauf premierecommande premierachat primeracompra primerpedido 初回购入日 初回注文日 첫구매일 최초구매일",
            "",
            "",
            "",
        ],
    ),
    (
        Field::LastOrder,
        [
            "letztebestellung letzterkauf letztesbestelldatum dernierecommande dernierachat ultimacompra ultimopedido ultimoordine \
             laatstebestelling 最终购入日 最终注文日 最終购入日 最終注文日 최근구매일 최종구매일 최근주문일 датапоследнегозаказа",
            "",
            "",
            "",
        ],
    ),
    (Field::RecencyDays, ["tageseitletztembestellung diasdesdeultimacompra 経過日数 경과일수", "", "", ""]),
    (
        Field::Orders,
        [
            "anzahlbestellungen bestellanzahl nombredecommandes nombredachats numerodepedidos numerodecompras aantalbestellingen 购入回数 \
             注文回数 구매횟수 주문횟수 구매건수 주문건수",
            "",
            "",
            "",
        ],
    ),
    (
        Field::Revenue,
        [
            "gesamtumsatz totaldepense totalgastado totalegasto totalespeso 累計购入金额 累計売上 総购入金额 총구매금액 누적구매금액 누적매출",
            "",
            "",
            "",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::super::super::header::Header;
    use super::super::DICTIONARY;
    use super::*;

    #[test]
    fn every_word_is_written_as_headers_are_compared() {
        for (field, ranks) in WORDS {
            for word in ranks.into_iter().flat_map(str::split_whitespace) {
                let word = word.trim_start_matches('=');
                assert_eq!(Header::new(word).plain, word, "{field:?}");
            }
        }
    }

    #[test]
    fn headers_of_other_countries_play_their_roles() {
        let best = |header: &str| {
            let header = Header::new(header);
            let scored = DICTIONARY.iter().map(|role| (role.score(&header), role.field));
            scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score >= 0.6).map(|(_, field)| field)
        };
        for (header, field) in [
            ("Kundennr.", Field::CustomerId),
            ("Rechnungsdatum", Field::Date),
            ("Bruttobetrag", Field::Amount),
            ("N° commande", Field::OrderId),
            ("Numéro de client", Field::CustomerId),
            ("Montant TTC", Field::Amount),
            ("Código do cliente", Field::CustomerId),
            ("Nº pedido", Field::OrderId),
            ("Fecha de compra", Field::Date),
            ("Quantità", Field::Quantity),
            ("Klantnummer", Field::CustomerId),
            ("注文日時", Field::Date),
            ("会員ID", Field::CustomerId),
            ("合計金額", Field::Amount),
            ("注文者電話番号", Field::Phone),
            ("결제금액", Field::Amount),
            ("주문일시", Field::Date),
            ("Дата заказа", Field::Date),
        ] {
            assert_eq!(best(header), Some(field), "{header}");
        }
    }
}
