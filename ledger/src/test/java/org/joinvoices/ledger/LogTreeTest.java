package org.joinvoices.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogTreeTest {

  private static final LogHash STRANGER = LogHash.leaf("stranger".getBytes(UTF_8));

  /** SHA-256 of nothing, as RFC 9162 section 2.1.1 has it for no entries. */
  @Test
  void hasARootEvenWithoutLeaves() {
    assertThat(new LogTree(List.of()).root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @ParameterizedTest
  @MethodSource("trees")
  void provesEveryLeafOfATree(LogTree tree) {
    for (int i = 0; i < tree.leaves().size(); i++) {
      assertThat(tree.path(i).proves(tree.leaves().get(i), tree.root())).as("leaf %d", i).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("trees")
  void provesNoOtherLeafAndNoOtherRoot(LogTree tree) {
    for (int i = 0; i < tree.leaves().size(); i++) {
      assertThat(tree.path(i).proves(STRANGER, tree.root())).isFalse();
      assertThat(tree.path(i).proves(tree.leaves().get(i), STRANGER)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("trees")
  void provesNothingOnceThePathIsTamperedWith(LogTree tree) {
    for (int i = 0; i < tree.leaves().size(); i++) {
      var leaf = tree.leaves().get(i);
      for (InclusionPath wrong : tamperedWith(tree.path(i))) {
        assertThat(wrong.proves(leaf, tree.root())).as("%s", wrong).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trees")
  void hasAnotherRootOnceALeafChanges(LogTree tree) {
    for (int i = 0; i < tree.leaves().size(); i++) {
      var leaves = new ArrayList<>(tree.leaves());
      leaves.set(i, STRANGER);
      assertThat(new LogTree(leaves).root()).isNotEqualTo(tree.root());
    }
  }

  @Test
  void hasNoPathForALeafItDoesNotHave() {
    var tree = tree(3);
    assertThatThrownBy(() -> tree.path(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void readsOnlyHashesOfTheRightLength() {
    assertThat(LogHash.ofHex(STRANGER.hex())).isEqualTo(STRANGER);
    assertThatThrownBy(() -> LogHash.ofHex("00")).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<InclusionPath> tamperedWith(InclusionPath path) {
    var longer = new ArrayList<>(path.hashes());
    longer.add(STRANGER);
    var wrong = new ArrayList<InclusionPath>();
    wrong.add(new InclusionPath(path.index(), path.size(), longer));
    wrong.add(new InclusionPath(path.index() + path.size(), path.size(), path.hashes()));
    wrong.add(new InclusionPath(-1, path.size(), path.hashes()));
    if (!path.hashes().isEmpty()) {
      wrong.add(
          new InclusionPath(
              path.index(), path.size(), path.hashes().subList(0, path.hashes().size() - 1)));
      wrong.add(new InclusionPath(path.index() ^ 1, path.size(), path.hashes()));
    }
    return wrong;
  }

  static Stream<LogTree> trees() {
    return IntStream.rangeClosed(1, 69).mapToObj(LogTreeTest::tree);
  }

  private static LogTree tree(int size) {
    return new LogTree(
        IntStream.range(0, size)
            .mapToObj(i -> LogHash.leaf(("leaf " + i).getBytes(UTF_8)))
            .toList());
  }
}
