package org.joinvoices.signing;

import java.util.regex.Pattern;

/** Names: any script, any number of parts, but at least one letter and nothing like an address. */
final class NameForm {

  /** CWC allows 500; nothing a person is called needs more than this. */
  private static final int LONGEST = 100;

  private static final Pattern LINK =
      Pattern.compile("@|://|www\\.|\\.(com|org|net)\\b", Pattern.CASE_INSENSITIVE);

  private NameForm() {}

  static PersonName read(FormFields form, Act act) {
    String prefix = prefix(form, act);
    String given = part(form, "given_name");
    String family = part(form, "family_name");
    form.require("family_name", family, FormFault.FAMILY_NAME_MISSING);
    return new PersonName(prefix, given, family);
  }

  private static String prefix(FormFields form, Act act) {
    String prefix = form.line("prefix", 10);
    if (!prefix.isEmpty() && !SignForm.PREFIXES.contains(prefix)) {
      form.fault("prefix", FormFault.PREFIX_UNKNOWN);
    }
    if (act == Act.LETTER) {
      return "";
    }
    form.require("prefix", prefix, FormFault.PREFIX_MISSING);
    return prefix;
  }

  private static String part(FormFields form, String field) {
    String name = form.line(field, LONGEST);
    if (!name.isEmpty() && name.codePoints().noneMatch(Character::isLetter)) {
      form.fault(field, FormFault.NAME_WITHOUT_LETTERS);
    }
    if (LINK.matcher(name).find()) {
      form.fault(field, FormFault.NAME_LOOKS_LIKE_LINK);
    }
    return name;
  }
}
