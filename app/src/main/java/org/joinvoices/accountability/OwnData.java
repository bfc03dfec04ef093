package org.joinvoices.accountability;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.platform.mail.MailTrace;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignatureKey;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything a house holds about one person and one letter, as one JSON document. */
public final class OwnData {

  private static final Texts TEXTS = Texts.beside(OwnData.class);

  private final Persons persons;
  private final Deliveries deliveries;
  private final MailTrace mails;
  private final InstantSource civic;
  private final JsonMapper json = JsonMapper.shared();

  public OwnData(Persons persons, Deliveries deliveries, MailTrace mails, InstantSource civic) {
    this.persons = persons;
    this.deliveries = deliveries;
    this.mails = mails;
    this.civic = civic;
  }

  /**
   * All signatures of the person behind this one, for reading by people, too, so on many lines.
   *
   * @param language in which the person signed
   * @param letter its title
   * @param address path of the letter's page
   */
  public String export(SignatureKey key, String language, String letter, String address) {
    ObjectNode all = json.createObjectNode();
    all.put("what_this_is", TEXTS.in(language).get("data.file"));
    all.put("letter", letter);
    all.put("letter_address", address);
    all.put("made_at", civic.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    var each = all.putArray("signatures");
    persons.listSame(key).forEach(one -> each.add(signature(one)));
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private ObjectNode signature(SignatureKey key) {
    var one = (ObjectNode) persons.export(key);
    one.set("messages", json.readTree(deliveries.export(key)));
    one.set("mails", json.readTree(mails.export(key.action().value(), key.signature().value())));
    return one;
  }
}
