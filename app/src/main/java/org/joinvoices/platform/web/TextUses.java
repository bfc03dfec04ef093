package org.joinvoices.platform.web;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which texts a program asks for, as its compiled classes tell: their constants, what is put
 * together from them (JVMS 6.5, invokedynamic; the recipes of {@code StringConcatFactory}), and the
 * keys that stand in a call.
 */
final class TextUses {

  /** Where a recipe has an argument. */
  private static final char ARGUMENT = '\u0001';

  private static final String WORDS = Words.class.getName().replace('.', '/');
  private static final Pattern KEY = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)+");

  private final Set<String> constants = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> recipes = new HashSet<>();

  /**
   * @param bytes of a class file
   */
  void add(byte[] bytes) {
    ClassModel read = ClassFile.of().parse(bytes);
    for (PoolEntry entry : read.constantPool()) {
      if (entry instanceof StringEntry text) {
        add(text.stringValue());
      }
    }
    read.methods().stream().flatMap(method -> method.code().stream()).forEach(this::addNamed);
  }

  private void add(String constant) {
    if (constant.indexOf(ARGUMENT) < 0) {
      constants.add(constant);
    } else {
      recipes.add(constant);
    }
  }

  /** Constants right before the array of arguments of {@code get}, or before {@code has}. */
  private void addNamed(CodeModel code) {
    List<CodeElement> steps =
        code.elementList().stream().filter(step -> step instanceof Instruction).toList();
    for (int i = 0; i + 2 < steps.size(); i++) {
      if (steps.get(i) instanceof ConstantInstruction constant
          && constant.constantValue() instanceof String text
          && KEY.matcher(text).matches()
          && isAsked(steps.subList(i + 1, steps.size()))) {
        named.add(text);
      }
    }
  }

  private static boolean isAsked(List<CodeElement> next) {
    if (next.getFirst() instanceof InvokeInstruction has) {
      return isOfWords(has);
    }
    return next.get(1) instanceof NewReferenceArrayInstruction
        && next.stream()
            .filter(step -> step instanceof InvokeInstruction)
            .map(InvokeInstruction.class::cast)
            .filter(call -> call.type().stringValue().contains("[Ljava/lang/Object;)"))
            .findFirst()
            .filter(TextUses::isOfWords)
            .isPresent();
  }

  private static boolean isOfWords(InvokeInstruction call) {
    return call.owner().asInternalName().equals(WORDS);
  }

  /** The keys that stand in calls. */
  Set<String> named() {
    return Set.copyOf(named);
  }

  /** Whether anything in the program can be this key. */
  boolean has(String key) {
    return constants.contains(key) || recipes.stream().anyMatch(recipe -> makes(recipe, key));
  }

  /**
   * Whether the recipe can make the key. One that begins with an argument and ends with a constant
   * only appends to a key, which must itself be a constant; one of arguments alone says nothing.
   */
  private boolean makes(String recipe, String key) {
    int first = recipe.indexOf(ARGUMENT);
    if (first == 0) {
      String end = recipe.substring(1);
      return end.length() > 1
          && end.indexOf(ARGUMENT) < 0
          && key.endsWith(end)
          && constants.contains(key.substring(0, key.length() - end.length()));
    }
    return recipe.lastIndexOf('.', first) > 0
        && Pattern.matches(
            Pattern.quote(recipe).replace(String.valueOf(ARGUMENT), "\\E.+\\Q"), key);
  }
}
