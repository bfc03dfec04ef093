package org.joinvoices.signing;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterMark;

/** Reads the whole form in the order in which a person fills it. */
final class SignFormReader {

  /** CWC elements ConstituentMessage and OrganizationStatement: 6 to 10,000 characters. */
  private static final int SHORTEST_WORDS = 6;

  private static final int LONGEST_WORDS = 10_000;

  private SignFormReader() {}

  /** The request; of use only if {@code form} has no errors afterwards. */
  static SignRequest read(FormFields form, Action action) {
    return read(form, action, EmailForm::read);
  }

  /** As {@link #read(FormFields, Action)}, of somebody who may have no mailbox. */
  static SignRequest readPaper(FormFields form, Action action) {
    return read(form, action, EmailForm::readIfGiven);
  }

  private static SignRequest read(
      FormFields form, Action action, Function<FormFields, EmailAddress> mailbox) {
    Act act = act(form, action);
    PersonName name = NameForm.read(form, act);
    EmailAddress email = mailbox.apply(form);
    String phone = act == Act.SEND ? PhoneForm.read(form) : "";
    PostalAddress address = AddressForm.read(form, act);
    boolean inBook = form.isOn("consent_own_words");
    String ownWords = ownWords(form, act, inBook);
    return new SignRequest(
        action.id(),
        letter(form, action),
        act,
        name,
        email,
        phone,
        address,
        language(form, action),
        ownWords,
        inBook && !ownWords.isEmpty(),
        display(form),
        form.isOn("reply_wanted") && act == Act.SEND,
        form.isOn("consent_updates"),
        form.isOn("consent_followup"),
        minor(form, act),
        Optional.empty());
  }

  /** What a letter does not offer cannot be had by asking for it. */
  private static Act act(FormFields form, Action action) {
    return form.isOn("consent_deliver") && action.writesToCongress() ? Act.SEND : Act.LETTER;
  }

  private static String ownWords(FormFields form, Act act, boolean inBook) {
    if (act == Act.LETTER && !inBook) {
      return "";
    }
    String words = form.lines("own_words", LONGEST_WORDS);
    form.requireLength("own_words", words, SHORTEST_WORDS);
    if (PersonalNumbers.areIn(words) && !form.isOn("own_words_checked")) {
      form.fault("own_words", FormFault.OWN_WORDS_NUMBERS);
    }
    return words;
  }

  private static Display display(FormFields form) {
    String word = form.line("display", 20);
    Optional<Display> known =
        Arrays.stream(Display.values()).filter(d -> d.word().equals(word)).findFirst();
    if (known.isEmpty() && !word.isEmpty()) {
      form.fault("display", FormFault.CHOICE_UNKNOWN);
    }
    return known.orElse(Display.COUNT_ONLY);
  }

  private static boolean minor(FormFields form, Act act) {
    boolean minor = form.isOn("minor");
    if (minor && act == Act.SEND) {
      form.fault("minor", FormFault.MINOR_CANNOT_SEND);
    }
    return minor;
  }

  /** A language the letter has; anything else becomes its default rather than an error. */
  private static String language(FormFields form, Action action) {
    String language = form.line("language", 35);
    return action.letter().languages().contains(language) ? language : action.defaultLanguage();
  }

  /**
   * Whoever read other words is shown the present ones before joining them. A form that does not
   * say what it showed is taken for one that showed these.
   */
  private static LetterMark letter(FormFields form, Action action) {
    LetterMark present = action.letter().mark();
    String shown = form.line("letter_version", 20);
    if (!shown.isEmpty() && !shown.equals(present.shown())) {
      form.fault("letter_version", FormFault.LETTER_CHANGED);
    }
    return present;
  }
}
