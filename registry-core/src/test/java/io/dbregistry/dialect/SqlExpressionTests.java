package io.dbregistry.dialect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** On the right what servers made of the left, and of what means something else. */
class SqlExpressionTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " | ", quoteCharacter = '^',
			textBlock = """
					pages > 0                     | "PAGES" > 0
					pages > 0                     | `pages` > 0
					pages > 0                     | (pages > 0)
					0 < pages                     | pages > 0
					i > 0 and code in ('a','b')   | ("CODE" IN('a', 'b')) AND ("I" > 0)
					length(name) between 1 and 5  | CHAR_LENGTH("NAME") BETWEEN 1 AND 5
					length(name) between 1 and 5  | length(name::text) >= 1 AND length(name::text) <= 5
					not between 1 and 5 (x)       | not between 1 and 5 (x)
					x not between 1 and 5         | x < 1 OR x > 5
					code in ('a', 'b')            | code::text = ANY (ARRAY['a'::character varying, 'b'::character varying]::text[])
					code in ('a')                 | code::text = 'a'::text
					code not in ('a', 'b')        | code::text <> ALL (ARRAY['a'::character varying::text, 'b'::character varying::text])
					name like 'a%'                | name::text ~~ 'a%'::text
					name not like 'a%'            | name::text !~~ 'a%'::text
					not (a = b)                   | "A" <> "B"
					a is not null or b is null    | (b IS NULL) OR (a IS NOT NULL)
					not (a is null)               | a is not null
					price >= -1.5                 | price >= '-1.5'::numeric
					price >= -1.5                 | price >= - 1.5
					d > date '2020-01-01'         | d > '2020-01-01'::date
					cast(a as varchar(20)) = 'x'  | a::character varying(20)::text = 'x'::text
					a || b <> 'X y'               | (a::text || b::text) <> 'X y'::text
					a * (b + c) > 2               | (a * (b + c)) > 2
					a = 'x\\y'                    | a::text = E'x\\\\y'::text
					a % 2 = 0                     | `a` MOD 2 = 0
					case when a > 0 then b end    | CASE WHEN (a > 0) THEN b END
					current_timestamp             | current_timestamp()
					now()                         | CURRENT_TIMESTAMP
					a = 'x' and (b = 1 or c = 2)  | a::text = 'x'::text AND (b = 1 OR c = 2)
					""")
	void takesForTheSame(String one, String other) {
		assertThat(SqlExpression.canonical(other)).isEqualTo(SqlExpression.canonical(one));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " | ", quoteCharacter = '^', textBlock = """
			pages > 0                     | pages >= 0
			pages > 0                     | pages < 0
			a = 'x'                       | a = 'X'
			a in ('x', 'y')               | a in ('x', 'z')
			a in ('x', 'y')               | a not in ('x', 'y')
			a = 1 and (b = 1 or c = 2)    | (a = 1 and b = 1) or c = 2
			a * (b + c) > 2               | a * b + c > 2
			a - b > 0                     | b - a > 0
			a is null                     | a is not null
			'a''b'                        | 'ab'
			'unfinished                   | 'unfinished '
			f(a, b) > 1                   | f(b, a) > 1
			(a + b) ^ 2 > 3               | a + b ^ 2 > 3
			a * b ^ 2 > 3                 | (a * b) ^ 2 > 3
			a = E'x\\\\y'                 | a = 'x\\\\y'
			a = 1 or "or" or b            | a = 1 or b
			a is distinct from b          | a is distinct from c
			""")
	void tellsApart(String one, String other) {
		assertThat(SqlExpression.same(one, other)).isFalse();
	}

}
