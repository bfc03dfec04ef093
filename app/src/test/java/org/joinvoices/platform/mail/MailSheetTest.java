package org.joinvoices.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailSheetTest {

  private static final String LINK = "https://house.example/r/a_token-1";

  private static final MailSheet SHEET =
      new MailSheet(
          "es",
          "Firmas <y> más",
          "De un vistazo",
          List.of(
              new MailPart.Says("Un párrafo; véase https://house.example/a?b=c&d=e."),
              new MailPart.About("El título & más"),
              new MailPart.Opens("Abrir", LINK),
              new MailPart.Code("El código: AB12"),
              new MailPart.Items("Quién:", List.of("una", "otra")),
              new MailPart.Commands(
                  "Qué hacer:", List.of(new MailPart.Command("Ver:", "./joinvoices status")))),
          List.of("Organización de muestra", "Calle 1", "Datos: https://house.example/privacy"));

  @Test
  void saysTheSameAsTextAndAsHtml() {
    BothParts.sayTheSame(SHEET.to("ruth@mail.example"));

    assertThat(SHEET.text())
        .isEqualTo(
            """
            Un párrafo; véase https://house.example/a?b=c&d=e.

              El título & más

            https://house.example/r/a_token-1

            El código: AB12

            Quién:
            - una
            - otra

            Qué hacer:
            - Ver:
              ./joinvoices status

            --\s
            Organización de muestra
            Calle 1
            Datos: https://house.example/privacy
            """);
  }

  @Test
  void noticesWhatOnlyOnePartSays() {
    var more = mail(SHEET.text() + "More.\n", SHEET.html());
    var elsewhere =
        mail(SHEET.text(), SHEET.html().replace("href=\"" + LINK, "href=\"https://x.example"));

    assertThatThrownBy(() -> BothParts.sayTheSame(more)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> BothParts.sayTheSame(elsewhere)).isInstanceOf(AssertionError.class);
  }

  @Test
  void showsTheAddressBesideTheButtonAndAGlanceBesideTheSubject() {
    assertThat(SHEET.html())
        .contains(">Abrir</a>", ">" + LINK + "</a>", ">De un vistazo</div>")
        .contains("<html lang=\"es\" dir=\"ltr\">", "content=\"light dark\"", "max-width: 600px");
  }

  @Test
  void asksForNothingFromAnywhere() {
    assertThat(SHEET.html()).doesNotContain("<img", "src=", "url(", "@import", "<link", "<script");
  }

  @Test
  void keepsMarkupInWordsAsWords() {
    assertThat(SHEET.html()).contains("Firmas &lt;y&gt; más").doesNotContain("<y>");
  }

  @Test
  void isReadFromTheRightWhereItsLanguageIs() {
    var sheet = new MailSheet("ar", "س", "س", List.of(new MailPart.Says("س")), List.of("س"));

    assertThat(sheet.html()).contains("<html lang=\"ar\" dir=\"rtl\">", "align=\"right\"");
  }

  @Test
  void leavesTheEndOfASentenceOutOfItsLink() {
    assertThat(MailSheet.runs("See (https://house.example/a), or not."))
        .containsExactly(
            new MailSheet.Run("See (", false),
            new MailSheet.Run("https://house.example/a", true),
            new MailSheet.Run("), or not.", false));
  }

  @Test
  void printsNobody() {
    assertThat(SHEET.toString()).isEqualTo("MailSheet[hidden]");
  }

  private static OutgoingMail mail(String text, String html) {
    return new OutgoingMail("ruth@mail.example", "Subject", text, html, "es");
  }
}
