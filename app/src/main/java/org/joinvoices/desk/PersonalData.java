package org.joinvoices.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.accountability.OwnCorrections;
import org.joinvoices.accountability.OwnData;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.signing.EmailAddress;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signing;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an owner does for somebody who asks for the own data, or for its end. Each deed is in the
 * audit trail: that it was done, and in which letter; not for whom.
 */
final class PersonalData {

  private final Actions actions;
  private final Persons persons;
  private final OwnData ownData;
  private final OwnCorrections corrections;
  private final Signing signing;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  PersonalData(
      DataSource dataSource,
      Actions actions,
      Persons persons,
      OwnData ownData,
      OwnCorrections corrections,
      Signing signing,
      AuditTrail audit) {
    this.actions = actions;
    this.persons = persons;
    this.ownData = ownData;
    this.corrections = corrections;
    this.signing = signing;
    this.audit = audit;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * The signatures from one mailbox in all letters, apart by letter and person. In the trail
   * whether or not anything is found: that nothing is, tells something, too.
   */
  List<List<SignatureKey>> lookUp(SignedIn owner, EmailAddress email) {
    return transaction.execute(
        _ -> {
          append(owner, AuditAct.PERSON_LOOKED_UP, owner.session());
          return actions.list().stream().flatMap(action -> find(action, email).stream()).toList();
        });
  }

  private List<List<SignatureKey>> find(Action action, EmailAddress email) {
    var people = new LinkedHashSet<List<SignatureKey>>();
    persons.find(action.id(), email).forEach(key -> people.add(persons.listSame(key)));
    return List.copyOf(people);
  }

  /** A JSON document about the person behind a signature and its letter. */
  String export(SignedIn owner, SignatureView person) {
    Action action = actions.get(person.key().action());
    String title =
        actions.letter(action.id(), person.letterVersion()).in(person.language()).title();
    return transaction.execute(
        _ -> {
          append(owner, AuditAct.PERSON_EXPORTED, action.id().value());
          return ownData.export(
              person.key(), person.language(), title, "/actions/" + action.slug());
        });
  }

  /** Puts right what a person typed; in the trail only if something was. */
  OwnCorrections.Answer correct(
      SignedIn owner, SignatureKey person, Map<String, List<String>> fields) {
    return corrections.correctFor(
        person, fields, () -> append(owner, AuditAct.PERSON_CORRECTED, person.action().value()));
  }

  /** Withdraws all signatures of the person from the letter; what was typed stays in its time. */
  void withdraw(SignedIn owner, SignatureKey person) {
    transaction.executeWithoutResult(
        _ -> {
          append(owner, AuditAct.PERSON_WITHDRAWN, person.action().value());
          persons.listSame(person).forEach(signing::withdraw);
        });
  }

  /** Erases the person behind a signature from its letter. */
  void erase(SignedIn owner, SignatureKey person) {
    transaction.executeWithoutResult(
        _ -> {
          append(owner, AuditAct.PERSON_ERASED, person.action().value());
          persons.listSame(person).forEach(signing::erase);
        });
  }

  private void append(SignedIn owner, AuditAct act, UUID subject) {
    audit.append(new Actor.Person(owner.account()), act, subject);
  }
}
