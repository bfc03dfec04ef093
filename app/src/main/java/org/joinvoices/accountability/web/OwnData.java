package org.joinvoices.accountability.web;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.platform.mail.MailTrace;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignatureKey;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything a house holds about one person and one letter, as one JSON document. */
final class OwnData {

  private final Persons persons;
  private final Deliveries deliveries;
  private final MailTrace mails;
  private final InstantSource civic;
  private final JsonMapper json = JsonMapper.shared();

  OwnData(Persons persons, Deliveries deliveries, MailTrace mails, InstantSource civic) {
    this.persons = persons;
    this.deliveries = deliveries;
    this.mails = mails;
    this.civic = civic;
  }

  /** All signatures of the person behind this one. */
  List<SignatureKey> signatures(SignatureKey key) {
    return persons.listSame(key);
  }

  /** For reading by people, too, so on many lines. */
  String export(Receipt receipt) {
    ObjectNode all = json.createObjectNode();
    all.put("what_this_is", receipt.words().get("data.file"));
    all.put("letter", receipt.title());
    all.put("letter_address", receipt.actionPath());
    all.put("made_at", civic.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    var each = all.putArray("signatures");
    signatures(receipt.view().key()).forEach(key -> each.add(signature(key)));
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private ObjectNode signature(SignatureKey key) {
    var one = (ObjectNode) persons.export(key);
    one.set("messages", json.readTree(deliveries.export(key)));
    one.set("mails", json.readTree(mails.export(key.action().value(), key.signature().value())));
    return one;
  }
}
