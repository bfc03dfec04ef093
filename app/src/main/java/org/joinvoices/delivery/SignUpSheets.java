package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.net.URI;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.sheet.SheetPrint;
import org.joinvoices.signing.SheetForm;
import org.joinvoices.signing.SheetForms;

/** Sign-up sheets to print. */
public final class SignUpSheets {

  /**
   * One sheet.
   *
   * @param code printed on it; importing asks for it
   * @param file its name
   */
  public record Sheet(String code, String file, Bytes pdf) {}

  private final SheetForms forms;
  private final String baseUrl;
  private final SheetPrint print = new SheetPrint();

  /**
   * @param baseUrl where the house is reached, without trailing slash
   * @param clock civic time
   */
  public SignUpSheets(DataSource dataSource, String baseUrl, InstantSource clock) {
    this.forms = new SheetForms(dataSource, clock);
    this.baseUrl = baseUrl;
  }

  /** Where the letter can be read in full. */
  static String address(Action action, String language, URI house) {
    return house + action.path(language);
  }

  /**
   * Prints the sheet as the letter is now, and keeps which words it bears.
   *
   * @param language one of {@link Action#pageLanguages}
   */
  public Sheet print(Action action, String language) {
    if (!action.pageLanguages().contains(language)) {
      throw new IllegalArgumentException("no sheet in this language");
    }
    SheetForm form = forms.keep(action, language);
    String address = address(action, language, URI.create(baseUrl));
    return new Sheet(
        form.code(),
        "%s-sign-up-sheet-%s.pdf".formatted(action.slug(), language),
        Bytes.copyFrom(print.print(action, form, address)));
  }
}
