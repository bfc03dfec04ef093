package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InviteCommandTest {

  @TempDir private Path directory = Path.of("");

  private final Typing typing = new Typing();

  @Test
  void beginsAHouseWithItsFirstOwnerAndPrintsALinkToWhereItIsReached() throws IOException {
    assertThat(invite("sample-reader@mail.example", "read-only")).isOne();
    assertThat(typing.err.toString()).contains("This house would have no owner.");

    assertThat(invite("sample-owner@mail.example", "owner")).isZero();
    DemoAddress.at(19_139).note(home());
    assertThat(invite("sample-reader@mail.example", "read-only")).isZero();

    assertThat(typing.out.toString().lines().filter(line -> line.startsWith("http")))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("http://localhost:8080/desk/invitation/"),
            second -> assertThat(second).startsWith("http://localhost:19139/desk/invitation/"));
    assertThat(typing.out.toString())
        .contains("Opens the desk once, as read-only, until ")
        .doesNotContain("mail.example");
  }

  @Test
  void takesNoMistypedAddress() {
    assertThat(invite("sample-owner@localhost", "owner")).isOne();
    assertThat(typing.err.toString())
        .contains("That is no e-mail address.")
        .doesNotContain("sample-owner");
    assertThat(home()).doesNotExist();
  }

  private Path home() {
    return directory.resolve("house");
  }

  private int invite(String email, String role) {
    return typing.type("invite", email, "--role", role, "--home", home());
  }
}
