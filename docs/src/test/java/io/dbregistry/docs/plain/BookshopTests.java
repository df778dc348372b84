package io.dbregistry.docs.plain;

import io.dbregistry.docs.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class BookshopTests {

	@Test
	void runs(CapturedOutput output) {
		Bookshop.main(new String[0]);
		assertThat(output.getOut()).contains(Texts.text("bookshop"));
	}

}
