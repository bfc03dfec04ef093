package org.joinvoices.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five leaves, their paths and roots, made by another implementation ({@code vectors.json}). */
class VectorsTest {

  private final JsonNode vectors =
      JsonMapper.shared().readTree(VectorsTest.class.getResourceAsStream("vectors.json"));
  private final List<LogHash> leaves = leaves();

  @Test
  void hashesLeaves() {
    for (JsonNode leaf : vectors.get("leaves")) {
      var data = new ByteArrayOutputStream();
      data.writeBytes(HexFormat.of().parseHex(leaf.get("salt").asString()));
      data.writeBytes(leaf.get("record").asString().getBytes(UTF_8));
      assertThat(LogHash.leaf(data.toByteArray()).hex())
          .isEqualTo(leaf.get("leaf_hash").asString());
    }
  }

  @Test
  void arrivesAtTheRoots() {
    assertThat(new LogTree(leaves).root()).isEqualTo(hash(vectors.get("root")));
    assertThat(new LogTree(leaves.subList(0, 3)).root()).isEqualTo(hash(vectors.get("root3")));
  }

  @Test
  void makesAndAcceptsTheSamePaths() {
    var tree = new LogTree(leaves);
    for (JsonNode leaf : vectors.get("leaves")) {
      int index = leaf.get("index").asInt();
      var path = leaf.get("path").valueStream().map(VectorsTest::hash).toList();
      assertThat(tree.path(index)).isEqualTo(new InclusionPath(index, leaves.size(), path));
      assertThat(tree.path(index).proves(leaves.get(index), tree.root())).isTrue();
    }
  }

  private List<LogHash> leaves() {
    return vectors.get("leaves").valueStream().map(leaf -> hash(leaf.get("leaf_hash"))).toList();
  }

  private static LogHash hash(JsonNode text) {
    return LogHash.ofHex(text.asString());
  }
}
