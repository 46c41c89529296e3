/** How automatic replies begin their subject, lower case, by language; for senders that set no header. */
export const autoReplySubjects: readonly string[] = [
  // en
  'automatic reply', 'auto reply', 'auto-reply', 'autoreply', 'auto response', 'auto-response', 'out of office',
  'out of the office', 'out-of-office', 'away from the office', 'away from my mail', 'on vacation', 'vacation reply',
  // de
  'automatische antwort', 'abwesenheitsnotiz', 'abwesenheit', 'abwesend', 'außer haus', 'nicht im büro', 'ich bin im urlaub',
  'automatisch generierte antwort', 'autom. antwort',
  // fr
  'réponse automatique', 'absence du bureau', 'absent du bureau', "message d'absence", 'en congé', 'reponse automatique',
  // es
  'respuesta automática', 'respuesta automatica', 'fuera de la oficina', 'fuera de oficina', 'ausente de la oficina',
  // it
  'risposta automatica', 'fuori sede', 'fuori ufficio', 'assente', 'assenza dall',
  // pt
  'resposta automática', 'fora do escritório', 'ausência temporária', 'ausente do escritório',
  // nl
  'automatisch antwoord', 'afwezig', 'niet aanwezig', 'automatische afwezigheid', 'ik ben afwezig',
  // sv, da, no
  'autosvar', 'automatiskt svar', 'frånvaro', 'frånvarande', 'automatisk svar', 'fravær', 'ikke til stede', 'fraværsassistent',
  // fi
  'automaattinen vastaus', 'poissa toimistosta', 'poissaoloviesti', 'poissaoloilmoitus',
  // pl
  'automatyczna odpowiedź', 'odpowiedź automatyczna', 'autoodpowiedź', 'nieobecność', 'poza biurem',
  // cs
  'automatická odpověď', 'mimo kancelář', 'nepřítomnost',
  // ru
  'автоматический ответ', 'автоответ', 'нет на месте', 'отсутствую в офисе',
  // ja, zh
  '自動応答', '自動返信', '不在通知', '不在のお知らせ', '自动回复', '自動回覆', '自动答复', '外出通知',
  // tr
  'otomatik yanıt', 'otomatik cevap', 'ofis dışında',
];

/** How undeliverable mail is announced when it is no standard report. */
export const bounceSubjects: readonly string[] = [
  'undelivered mail returned to sender', 'undeliverable', 'mail delivery failed', 'mail delivery failure',
  'delivery status notification', 'returned mail', 'failure notice', 'delivery failure', 'message undeliverable',
  'unzustellbar', 'nicht zustellbar', 'non remis', 'échec de la remise', 'no se puede entregar', 'non recapitabile',
  'onbestelbaar', 'kan niet worden bezorgd', 'não entregue', 'nie można dostarczyć', 'недоставленное сообщение', '配信不能',
];
