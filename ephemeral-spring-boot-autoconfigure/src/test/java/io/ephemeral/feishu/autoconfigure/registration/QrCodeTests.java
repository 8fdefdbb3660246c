package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTests {

	private static final int SCALE = 5;

	/** Modules of the terminal around the code. */
	private static final int AROUND = 10;

	@ParameterizedTest
	@ValueSource(ints = { 0x000000, 0xffffff })
	void drawWhenScannedFromDarkOrLightTerminalThenIsTheLink(int background) throws ReaderException {
		URI link = link(200);

		assertThat(scan(QrCode.draw(link), background)).isEqualTo(link.toString());
	}

	@Test
	void drawWhenLinkIsAsLongAsUsualThenFitsTerminal() {
		assertThat(QrCode.draw(link(230))).allMatch((line) -> line.length() < 80);
	}

	@Test
	void drawWhenLinkIsTooLongThenDrawsNothing() {
		assertThat(QrCode.draw(link(3000))).isEmpty();
	}

	private static URI link(int addons) {
		byte[] compressed = new byte[addons];
		new Random(1).nextBytes(compressed);
		return URI.create("https://accounts.feishu.cn/oauth/page?user_code=ABCD-1234&from=sdk&source=ephemeral&tp=sdk"
				+ "&name=ephemeral-sample&createOnly=true&addons="
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(compressed));
	}

	private static String scan(List<String> lines, int background) throws ReaderException {
		int width = (lines.get(0).length() + 2 * AROUND) * SCALE;
		int height = (lines.size() * 2 + 2 * AROUND) * SCALE;
		int[] pixels = new int[width * height];
		Arrays.setAll(pixels, (i) -> color(lines, i % width / SCALE - AROUND, i / width / SCALE - AROUND, background));
		return new QRCodeReader()
			.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
					Map.of(DecodeHintType.TRY_HARDER, true))
			.getText();
	}

	private static int color(List<String> lines, int x, int y, int background) {
		if (x < 0 || y < 0 || y >= lines.size() * 2 || x >= lines.get(0).length()) {
			return background;
		}
		char character = lines.get(y / 2).charAt(x);
		return (character == '█' || character == ((y % 2 == 0) ? '▀' : '▄')) ? 0x000000 : 0xffffff;
	}

}
