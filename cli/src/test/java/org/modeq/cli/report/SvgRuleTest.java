package org.modeq.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A picture in a report")
class SvgRuleTest {
    private static final String NAMED = "<title>t</title><desc>d</desc>";

    @Test
    @DisplayName("is one svg element of shapes and text, taken in as it is")
    void accepted() {
        String svg =
                "<svg viewBox='0 0 1 1'>" + NAMED + "<style>a{color:red}</style>\n<g fill=\"none\"><path d=\"M0 0\" />"
                        + "<text>1 &lt; 2 &amp; 3 > 2</text></g></svg>";
        assertEquals(svg, SvgRule.checked("\n" + svg + "\n"));
    }

    @ParameterizedTest(name = "is refused if it is {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg>@<script>alert(1)</script></svg> | element script",
                "<svg>@<foreignObject/></svg> | element foreignObject",
                "<svg>@<a href='x'>y</a></svg> | element a ",
                "<svg onload='alert(1)'>@</svg> | event handler",
                "<svg>@<g ONCLICK=\"x\"/></svg> | event handler",
                "<svg>@<g></svg> | closes svg where another",
                "<svg>@<g></g> | not a whole svg element",
                "<svg>@<text>1 < 2</text></svg> | not a tag",
                "<svg>@<!-- c --></svg> | not a tag",
                "<svg>@<path d=M0/></svg> | not a tag",
                "<?xml version='1.0'?><svg>@</svg> | not a tag",
                "<svg>@</svg><svg>@</svg> | the element svg here",
                "<svg>@</svg></svg> | the element svg here",
                "</svg> | the element svg here",
                "<svg>@</svg> text | text outside",
                "<g>@</g> | the element g here",
                "<svg><title>t</title></svg> | not a whole svg element with a title and a desc",
                "'' | not a whole svg element",
            })
    void refused(String svg, String words) {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> new Block.Picture(svg.replace("@", NAMED), "caption"));
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    @DisplayName("may be large")
    void large() {
        String svg = "<svg>" + NAMED + "<g><path d=\"" + "l1 1".repeat(50_000) + "\"/></g>"
                + "<circle r=\"1\"/>".repeat(20_000) + "</svg>";
        assertEquals(svg, SvgRule.checked(svg));
    }
}
