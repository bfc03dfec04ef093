package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  private final Typing typing = new Typing();
  private final Path temp;

  ImportCommandTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void printsASheetImportsWhatWasWrittenListsItAndTakesItOutAgain() throws IOException {
    begin();
    assertThat(
            typing.type(
                "sheets",
                "print",
                "--action",
                "sample-letter",
                "--language",
                "en",
                "--out",
                temp.resolve("sheets"),
                "--home",
                temp))
        .as("%s", typing.err)
        .isZero();
    assertThat(temp.resolve("sheets/sample-letter-sign-up-sheet-en.pdf")).isNotEmptyFile();
    String code = found("sheet (EN\\S+)", typing.said());

    Path file = temp.resolve("rows.csv");
    Files.writeString(
        file,
        """
        Given,last name,zip
        Sample-Ana,Testperson,44103
        Sample-Ben,,44103
        """);
    assertThat(imports(file, "--map", "given_name=Given", "--dry-run")).isZero();
    assertThat(typing.said()).contains("1 would count", "1 are to be mended");
    assertThat(typing.complaint()).contains("Name a file with --faults");
    assertThat(
            imports(
                file,
                "--map",
                "given_name=Given",
                "--sheet",
                code,
                "--witness",
                "Sample Witness",
                "--json"))
        .as("%s", typing.err)
        .isZero();
    assertThat(typing.said())
        .contains("\"rows\":2,\"counted\":1,\"mails\":0,\"doubles\":0,\"faulty\":1");

    assertThat(typing.type("import", "list", "--home", temp)).as("%s", typing.err).isZero();
    String list = typing.said();
    assertThat(list)
        .contains("sample-letter", "sheet " + code, "counted on a witness's word 1")
        .doesNotContain("Sample Witness");
    String batch = found("^(\\S+)", list);
    assertThat(typing.type("import", "undo", batch, "--home", temp)).as("%s", typing.err).isZero();
    assertThat(typing.said()).contains("1 rows no longer count");
    assertThat(typing.type("import", "list", "--json", "--home", temp)).isZero();
    assertThat(typing.said()).contains("\"counted\":0", "\"witness\":\"Sample Witness\"");
  }

  @Test
  void saysWhatIsWrongWithWhatWasTyped() {
    begin();
    assertThat(typing.type("import", "--home", temp)).isEqualTo(2);
    assertThat(typing.complaint()).contains("import FILE --action SLUG");
    assertThat(imports(temp.resolve("none.csv"))).isOne();
    assertThat(typing.complaint()).contains("There is no file");
    assertThat(imports(temp.resolve("none.csv"), "--sheet", "EN1-1-0000")).isOne();
    assertThat(typing.complaint()).contains("No sheet of this letter has the code EN1-1-0000");
    assertThat(
            typing.type("import", "undo", "00000000-0000-7000-8000-000000000000", "--home", temp))
        .isOne();
    assertThat(typing.complaint()).contains("There is no batch");
    assertThat(
            typing.type(
                "sheets",
                "print",
                "--action",
                "sample-letter",
                "--language",
                "fr",
                "--out",
                temp,
                "--home",
                temp))
        .isOne();
    assertThat(typing.complaint()).contains("There is no sheet of sample-letter in fr");
  }

  private int imports(Path file, String... options) {
    Object[] words = new Object[6 + options.length];
    words[0] = "import";
    words[1] = file;
    words[2] = "--action";
    words[3] = "sample-letter";
    words[4] = "--home";
    words[5] = temp;
    System.arraycopy(options, 0, words, 6, options.length);
    return typing.type(words);
  }

  private static String found(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .findFirst()
        .orElseThrow();
  }

  private void begin() {
    var master = MasterKey.loadOrCreate(temp.resolve("keys/master.json"));
    BegunHome.in(temp);
    try (var database = Database.open(temp)) {
      SampleActions.stored(database.dataSource());
      Vault.open(database.dataSource(), master, KeyStore.in(temp.resolve("keys/data")));
      new CivicClockStore(database.dataSource(), InstantSource.system()).moveTo(SampleActions.OPEN);
    }
  }
}
