// 发给客户的现成文案，由动作、重点和渠道拼成，字段随后填入。

import type { MessagePieces } from './messages.en.ts';

export const messagesZh: MessagePieces = {
  subject: {
    regular: '{{name|尊敬的客户}}，您还满意吗？',
    welcome: '欢迎您，{{name|尊敬的客户}}',
    develop: '{{name|尊敬的客户}}，给您准备了更多选择',
    retain: '{{name|尊敬的客户}}，想听听您的意见',
    win_back: '{{name|尊敬的客户}}，好久不见',
    care: '{{name|尊敬的客户}}，祝福送到',
  },
  greeting: {
    letter: '{{name|尊敬的客户}}，您好！',
    short: '{{name|您}}好，',
    sms: '{{name|尊敬的客户}}，',
  },
  letter: {
    regular:
      '您上次下单是{{last_order_date|前一阵子}}，您对{{favourite_product|所购商品}}还满意吗？有任何不满意的地方，请直接告诉我们。',
    welcome:
      '感谢您选择我们。从现在起，由{{owner|我们的团队}}为您服务，首单和以后的任何问题都可以随时来问。',
    develop:
      '您已经下过 {{orders|多}} 次单，我们想为您多做一些。喜欢{{favourite_product|同类商品}}的客户，往往也会在同系列里找到合适的东西。',
    retain:
      '自{{last_order_date|上次下单}}以后就没有您的消息了。是哪里没做好，还是需求有了变化？回复一句话就行，我们马上处理。',
    win_back:
      '您上次下单是{{last_order_date|很久以前}}，我们很希望您能回来。请告诉我们当初为什么离开，这段时间我们改进了不少。',
    care: '在这个日子里，祝您一切顺利，平安喜乐。',
  },
  short: {
    regular: '您对{{favourite_product|上次买的东西}}还满意吗？有需要随时找我。',
    welcome: '感谢您的首单！有任何问题，随时找{{owner|我们}}。',
    develop: '喜欢{{favourite_product|同类商品}}的朋友，也常选同系列的其他款。',
    retain: '自{{last_order_date|上次下单}}后一直没有您的消息，有什么我们可以改进的吗？',
    win_back: '好久不见，期待您再来看看。',
    care: '祝您今天开心，一切顺利！',
  },
  sms: {
    regular: '本月新品已到，欢迎选购。',
    welcome: '感谢您的首次购买。',
    develop: '与{{favourite_product|您上次所购}}搭配的新品已上架。',
    retain: '为您准备了一份答谢礼。',
    win_back: '好久不见，专属优惠等您回来。',
    care: '全体同事祝您一切顺利。',
  },
  talk: {
    regular:
      '问问客户对{{favourite_product|上次所购商品}}是否满意（上次下单：{{last_order_date|不详}}），记下近期打算。',
    welcome: '感谢首单，了解客户的期待，说明以后有问题找谁。',
    develop:
      '已下单 {{orders|多}} 次。除{{favourite_product|现在买的}}以外还需要什么？介绍升级方案。',
    retain: '自{{last_order_date|上次}}以来没有下单。先问清原因，再谈优惠。',
    win_back: '上次下单：{{last_order_date|很久以前}}。先听离开的原因，再说现在有什么不同。',
    care: '只送祝福，不推销。',
  },
  focus: {
    quality: '您是我们最重要的客户：专人服务，新品优先，还可以按您的需要定制。',
    value: '我们搭配了几款更划算的组合，花同样的钱得到更多，乐意为您推荐合适的一款。',
    price: '本月的特惠价格已经准备好，回复即可获取清单。',
  },
  focusShort: {
    quality: '为您优先预留。',
    value: '同样的钱，更多实惠。',
    price: '本月特惠。',
  },
  event: '诚邀您参加我们的下一场活动，已为您预留席位。',
  sign: '此致\n{{owner|您的服务团队}}',
  optOut: '拒收请回复R',
};
