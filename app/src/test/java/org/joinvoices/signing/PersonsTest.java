package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonsTest {

  private final SigningHouse house = new SigningHouse();
  private final Persons persons = new Persons(house.database, house.vault, house.signatures);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void findsAllSignaturesOfAMailboxHoweverItIsWritten() {
    SignatureKey first = house.confirmed(send());
    SignatureKey partner = house.confirmed(with(send(), "given_name", "Sample-Partner"));
    house.confirmed(with(send(), "email", "somebody.else@mail.example"));

    assertThat(persons.find(house.action.id(), new EmailAddress("AMIRA.testperson@mail.example")))
        .containsExactlyInAnyOrder(first, partner);
    assertThat(persons.find(house.action.id(), new EmailAddress("nobody@mail.example"))).isEmpty();
    house.vault.destroy(house.action.id().value());
    assertThat(persons.find(house.action.id(), new EmailAddress("amira.testperson@mail.example")))
        .as("nobody can tell any more")
        .isEmpty();
  }

  @Test
  void tellsApartWhoSharesAMailbox() {
    SignatureKey withdrawn = house.confirmed(send());
    house.signing.withdraw(withdrawn);
    SignatureKey again = house.confirmed(with(send(), "own_words", "Other sample words."));
    house.confirmed(with(send(), "given_name", "Sample-Partner"));

    assertThat(persons.listSame(again)).containsExactlyInAnyOrder(withdrawn, again);

    persons.listSame(again).forEach(house.signing::erase);
    assertThat(persons.listSame(again)).containsExactly(again);
  }

  @Test
  void exportsEveryColumnAndOpensWhatIsSealed() {
    SignatureKey key = house.confirmed(send());

    var all = persons.export(key);

    List<String> columns =
        house
            .jdbc
            .sql(
                """
                SELECT column_name::text FROM information_schema.columns
                WHERE table_name = 'signature' AND column_name NOT IN ('sealed_contact', 'sealed_own_words')
                """)
            .query(String.class)
            .list();
    assertThat(all.get("signature").propertyNames()).containsExactlyInAnyOrderElementsOf(columns);
    assertThat(all.get("consents")).isNotEmpty();
    assertThat(all.get("events").get(0).get("kind").asString()).isEqualTo("confirmed");
    assertThat(all.get("contact").get("email").asString())
        .isEqualTo("amira.testperson@mail.example");
    assertThat(all.get("contact").get("ownWords").asString()).isNotEmpty();
  }

  @Test
  void sendsOneLinkAtATimeAndNoneToWhomItWouldOpenNothing() {
    SignatureKey key = house.confirmed(letter());
    house.signing.askForData(key);
    house.signing.askForData(key);
    assertThat(house.rows("mail WHERE kind = 'own_data'")).isEqualTo(1);

    house
        .jdbc
        .sql("UPDATE signature SET data_link_at = data_link_at - interval '15 minutes'")
        .update();
    house.signing.askForData(key);
    assertThat(house.rows("mail WHERE kind = 'own_data'")).isEqualTo(2);

    SignatureKey pending = house.sign(with(letter(), "email", "other.testperson@mail.example"));
    house.signing.askForData(pending);
    house.signing.erase(key);
    house.advance(Duration.ofDays(1));
    house.signing.askForData(key);
    assertThat(house.rows("mail WHERE kind = 'own_data'")).isEqualTo(2);
  }
}
