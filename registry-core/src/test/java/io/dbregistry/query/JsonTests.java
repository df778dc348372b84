package io.dbregistry.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JsonTests {

	@Test
	void readsWhatOthersWrite() {
		assertThat(JsonReader.read(" { \"a\" : [ 1 , -2.5e0 , true , null ] , \"b\\/\\u00e9\\n\\t\\r\\b\\f\" : { } } "))
			.isEqualTo(Map.of("a", Arrays.asList(1, -2.5, true, null), "b/\u00e9\n\t\r\b\f", Map.of()));
		assertThat(JsonReader.read("\"\"")).isEqualTo("");
		assertThat(JsonReader.read("null")).isNull();
	}

	@Test
	void keepsNumbersExact() {
		assertThat(JsonReader.read("[2147483647, 2147483648, 9223372036854775808, 0.1, 0.10000000000000000001, 1e400]"))
			.isEqualTo(List.of(Integer.MAX_VALUE, 2147483648L, new BigInteger("9223372036854775808"), 0.1,
					new BigDecimal("0.10000000000000000001"), new BigDecimal("1e400")));
	}

	@Test
	void refusesWhatIsNoJson() {
		for (String text : List.of("", "{", "}", "[1", "[1,]", "tru", "nul", "\"a", "\"\\", "\"\\u12\"", "\"\\uzzzz\"",
				"{\"a\" 1}", "{a:1}", "{\"a\":}", "1 2", "-", "1.2.3", "+", "'a'", "[1]]")) {
			assertThatIllegalArgumentException().as(text).isThrownBy(() -> JsonReader.read(text));
		}
	}

	@Test
	void writesNothingThatOthersCannotRead() {
		assertThat(
				JsonWriter.write(Map.of("a\"\\\n\u0000", Arrays.asList(1, 1.5, null, "\u00e9", List.of(), Map.of()))))
			.isEqualTo("{\"a\\\"\\\\\\u000a\\u0000\":[1,1.5,null,\"\u00e9\",[],{}]}");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(Map.of(1, 2)))
			.withMessage("'1' cannot be a name in JSON; use texts");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(List.of(Float.NaN)));
	}

}
