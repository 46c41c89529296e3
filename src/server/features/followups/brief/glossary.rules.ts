import { allStems } from './stems.rules.ts';
import { fold } from './text.rules.ts';

// The nouns nearly every desk has a category for, so that keywords kept in one language find
// the customers of the others. A line is one notion; words of a workspace's own stay its own.
const NOTIONS = [
  'invoice rechnung facture factura fattura factuur fatura',
  'refund rückerstattung erstattung remboursement reembolso rimborso terugbetaling estorno devolución',
  'return retoure rücksendung retour devolución reso retourneren devolução',
  'delivery lieferung zustellung livraison entrega envío consegna spedizione bezorging levering',
  'parcel package paket päckchen colis paquete pacco pakket encomenda',
  'order bestellung commande pedido ordine bestelling encomenda',
  'payment zahlung paiement pago pagamento betaling',
  'card karte carte tarjeta carta kaart cartão',
  'account konto compte cuenta conto rekening conta',
  'transfer überweisung virement transferencia bonifico overschrijving transferência',
  'password passwort kennwort contraseña wachtwoord senha',
  'contract vertrag contrat contrato contratto contract',
  'cancel kündigen kündigung stornieren résilier annuler cancelar disdire annullare opzeggen annuleren',
  'subscription abo abonnement suscripción abbonamento assinatura',
  'warranty garantie gewährleistung garantía garanzia garantia',
  'repair reparatur réparation reparación riparazione reparatie reparo conserto',
  'broken kaputt defekt cassé cassée roto rotto kapot quebrado',
  'flight flug vol vuelo volo vlucht voo',
  'luggage baggage gepäck koffer bagage bagages valise equipaje maleta bagaglio valigia koffer bagagem mala',
  'booking reservation buchung réservation reserva prenotazione boeking',
  'room zimmer chambre habitación camera kamer quarto',
  'fraud betrug fraude frode estafa',
  'delay delayed verspätung retard retraso ritardo vertraging atraso',
] as const;

const GROUPS: ReadonlyMap<string, readonly string[]> = new Map(
  NOTIONS.flatMap((line) => {
    const stems = [...new Set(allStems(fold(line)))];
    return stems.map((stem): [string, readonly string[]] => [stem, stems]);
  }),
);

/** The stems that mean the same as a stem in the other languages, itself first. */
export function sameNotion(stem: string): readonly string[] {
  return [stem, ...(GROUPS.get(stem) ?? []).filter((other) => other !== stem && other.length > 3)];
}
