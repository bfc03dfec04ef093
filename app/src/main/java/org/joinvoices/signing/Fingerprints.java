package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.crypto.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Keyed hashes by which rows are compared without knowing whose they are. */
final class Fingerprints {

  /** Of one signature; without the key of the action nobody can test a guess. */
  record Of(
      Bytes mailbox, Bytes person, Optional<Bytes> household, Bytes content, Bytes suppression) {}

  private final Vault vault;
  private final MailboxRules house;
  private final LetterMailboxes letters;
  private final JsonMapper json = JsonMapper.shared();

  /**
   * @param house the rules of the house at present
   * @param letters those that each letter keeps
   */
  Fingerprints(Vault vault, MailboxRules house, LetterMailboxes letters) {
    this.vault = vault;
    this.house = house;
    this.letters = letters;
  }

  /** Of a house nobody signs in through this: a command, or the desk. */
  static Fingerprints reading(DataSource dataSource, Vault vault) {
    return of(dataSource, vault, MailboxRules.shipped());
  }

  static Fingerprints of(DataSource dataSource, Vault vault, MailboxRules house) {
    return new Fingerprints(vault, house, new LetterMailboxes(dataSource, house));
  }

  Of of(SignRequest request) {
    ActionId action = request.action();
    String mailbox = letters.settled(action).canonical(request.email());
    return new Of(
        hash(action, "mailbox", mailbox),
        hash(action, "person", Mailbox.personKey(request.name())),
        request.address().postalCode().isEmpty()
            ? Optional.empty()
            : Optional.of(
                hash(action, "household", Mailbox.householdKey(mailbox, request.address()))),
        hash(action, "content", json.writeValueAsString(request)),
        suppression(request.email()));
  }

  /**
   * Of a row of a sheet. Who gave no mailbox is told apart by name and place.
   *
   * @param row of {@link #sheetRow}; there must be one where no mailbox was given
   */
  Of ofSheet(SignRequest request, Optional<Bytes> row) {
    if (request.email().wasGiven()) {
      return of(request);
    }
    Bytes place = row.orElseThrow();
    return new Of(
        place,
        hash(request.action(), "person", Mailbox.personKey(request.name())),
        Optional.empty(),
        place,
        place);
  }

  /**
   * One person at one place, as written on paper; empty where no place was written.
   *
   * @param street as typed
   */
  Optional<Bytes> sheetRow(SignRequest request, String street) {
    String place = Mailbox.placeKey(street, request.address());
    return place.isEmpty()
        ? Optional.empty()
        : Optional.of(
            hash(request.action(), "sheet", Mailbox.personKey(request.name()) + "\n" + place));
  }

  /** Keyed by the house, because a mailbox that wants no mail wants none about any action. */
  Bytes suppression(EmailAddress email) {
    return suppression(house.canonical(email));
  }

  /**
   * All under which a refusal is kept and looked for: besides {@link #suppression(EmailAddress)},
   * which covers every address of a mailbox, the address as it is, whatever the rules become.
   */
  List<Bytes> suppressions(EmailAddress email) {
    return Stream.of(house.canonical(email), MailboxRules.plain(email))
        .distinct() // where the domain has no rule
        .map(this::suppression)
        .toList();
  }

  private Bytes suppression(String mailbox) {
    return Bytes.copyFrom(vault.houseHash("mailbox", mailbox.getBytes(UTF_8)));
  }

  /** As the letter's signatures have it. */
  Bytes mailbox(ActionId action, EmailAddress email) {
    return hash(action, "mailbox", letters.of(action).canonical(email));
  }

  private Bytes hash(ActionId action, String purpose, String input) {
    return Bytes.copyFrom(vault.keyedHash(action.value(), purpose, input.getBytes(UTF_8)));
  }
}
