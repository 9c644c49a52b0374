"""Three situations with a way in of their own: what to do now, what the law gives, which kinds of help come first.

Numbers are named by their help lines, of which only such are shown as may be printed at all hours. Articles were read;
the law's own words are not repeated.
"""

from __future__ import annotations

from generator.model.matching import Door, Number, Point

HOME_LAW = "反家庭暴力法"
AID_LAW = "社会救助法"
SHELTER_RULES = "城市生活无着的流浪乞讨人员救助管理办法（国务院令第381号）"

DOORS: tuple[Door, ...] = (
    Door(
        id="violence",
        title="家里有人打我、吓唬我",
        heading="家里有人打您、吓唬您：先保证安全",
        lead="现在就有危险，马上离开，到有人的地方，打 110。孩子、老人挨打，也是打 110。",
        danger="violence",
        numbers=(
            Number("110", "现在有危险"),
            Number("120", "受了伤"),
            Number("12345", "不急的时候，问哪里能帮"),
        ),
        points=(
            Point("警察接到报案，应当马上来、制止、取证，并帮您就医、验伤。", f"{HOME_LAW}第十五条"),
            Point("打得不重、够不上拘留的，可以请警察给他出告诫书；以后还能当证据。", f"{HOME_LAW}第十六条、第二十条"),
            Point("不能回家的，问警察或者民政部门有没有临时住的地方；可以带着孩子去。", f"{HOME_LAW}第十八条"),
            Point(
                "可以向法院申请人身安全保护令，不用先离婚，说不了、不敢说的可以由近亲属、警察、妇联、居委会代办；"
                "七十二小时内答复，紧急的二十四小时内。",
                f"{HOME_LAW}第二十三条、第二十八条",
            ),
            Point("打官司没有钱，可以申请法律援助。", f"{HOME_LAW}第十九条"),
            Point("受伤的照片、病历、聊天记录、报警回执都留着，放在他找不到的地方。", f"{HOME_LAW}第二十条"),
            Point(
                "学校、医院、居委会和社工，发现孩子或者没有自理能力的人挨打，必须报警；报案人的信息保密。",
                f"{HOME_LAW}第十四条",
            ),
        ),
        kinds=("legal", "counselling", "emergency-money", "casework"),
        quiet=True,
    ),
    Door(
        id="homeless",
        title="今晚没有地方住、没有饭吃",
        heading="今晚没有地方住、没有饭吃",
        lead="就近找警察，或者打 110，请他们送您到救助管理站。不收钱，不看户口。",
        danger="no-shelter",
        numbers=(
            Number("110", "就近找警察"),
            Number("12345", "问救助管理站在哪里"),
            Number("120", "病了、冻着了"),
        ),
        points=(
            Point(
                "救助管理站给吃的、住的，病了送医院，联系家里人，给回家的车票；不能不收，也不能要钱。", SHELTER_RULES
            ),
            Point("在哪里遇到难处就在哪里求助，没有人能拿户口挡您。", f"{AID_LAW}第五十二条"),
            Point("看见别人在街上过夜，也请替他打 110 或者 12345。"),
        ),
        kinds=("food", "meals", "clothes", "relief-goods", "emergency-money"),
    ),
    Door(
        id="released",
        title="刚从监狱出来，不知道怎么过",
        heading="刚从监狱出来：先办这几样",
        lead="申请救助和帮扶，看的是眼下的难处。拿不准找谁，到住处的街道（镇、乡）窗口说一声。",
        danger="",
        numbers=(Number("12345", "不知道找谁"), Number("110", "今晚没有地方住")),
        points=(
            Point("先到户口所在地的派出所办户口和身份证，带上释放证明。"),
            Point("眼下没有钱吃住，在遇到难处的地方就能申请临时救助。", AID_LAW),
            Point("家里收入低的，到户口所在地申请低保；没有劳动能力、也没有人养的，申请特困供养。", AID_LAW),
            Point("找工作、学手艺，下面的帮扶可以直接打电话，不用先说坐过牢。"),
        ),
        kinds=("job", "skills", "emergency-money", "legal", "food", "casework", "counselling"),
    ),
)
