package io.dbregistry.migration;

import java.util.function.Function;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.NonPrintableStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * YAML as people write it: what holds only plain values is one line, all else a block.
 */
final class YamlText {

	private static final int INDENT = 2;

	private YamlText() {
	}

	/**
	 * Writes maps, lists, texts, numbers and truth values.
	 * @param comment the first line
	 */
	static String write(String comment, Object content) {
		return write(comment, content, Representer::new);
	}

	/** Writes texts of several lines as lines, where YAML can. */
	static String writeLines(String comment, Object content) {
		return write(comment, content, LinesRepresenter::new);
	}

	private static String write(String comment, Object content, Function<DumperOptions, Representer> representer) {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(FlowStyle.AUTO);
		options.setIndicatorIndent(INDENT);
		options.setIndent(INDENT);
		options.setIndentWithIndicator(true);
		options.setSplitLines(false);
		options.setAllowUnicode(true);
		options.setNonPrintableStyle(NonPrintableStyle.ESCAPE);
		options.setDereferenceAliases(true);
		return "# " + comment + "\n" + new Yaml(representer.apply(options), options).dump(content);
	}

	/**
	 * Reads one document. A key that comes twice is refused.
	 * @throws org.yaml.snakeyaml.error.YAMLException if the text is no YAML
	 */
	static Object read(String text) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(0);
		options.setCodePointLimit(Integer.MAX_VALUE);
		return new Yaml(new SafeConstructor(options)).load(text);
	}

	/**
	 * Shows texts of several lines as they are.
	 */
	private static final class LinesRepresenter extends Representer {

		LinesRepresenter(DumperOptions options) {
			super(options);
		}

		@Override
		protected Node representScalar(Tag tag, String value, ScalarStyle style) {
			return super.representScalar(tag, value, value.contains("\n") ? ScalarStyle.LITERAL : style);
		}

	}

}
