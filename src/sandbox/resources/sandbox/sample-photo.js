// A drawn photo of a blocked fire lane, so that nobody needs a camera to try the bot.

const WIDTH = 960;
const HEIGHT = 720;

/** The sample photo as the sandbox takes it: a file name and base64 JPEG. */
export function samplePhoto() {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  street(pen);
  car(pen, 470, 430, '#b53a32');
  car(pen, 190, 520, '#39618f');
  words(pen);
  const [, data] = canvas.toDataURL('image/jpeg', 0.85).split(',');
  return { name: '示例照片.jpg', data };
}

function street(pen) {
  const sky = pen.createLinearGradient(0, 0, 0, 300);
  sky.addColorStop(0, '#9fc3de');
  sky.addColorStop(1, '#e3eaec');
  box(pen, sky, 0, 0, WIDTH, 380);
  box(pen, '#c9b79c', 0, 130, 300, 250);
  box(pen, '#b8a386', 660, 90, 300, 290);
  for (let window = 0; window < 3; window += 1) {
    box(pen, '#5f7480', 40 + window * 85, 180, 50, 60);
    box(pen, '#5f7480', 700 + window * 85, 150, 50, 60);
  }
  box(pen, '#75787a', 0, 370, WIDTH, 350);
  pen.strokeStyle = '#f2c230';
  pen.lineWidth = 10;
  for (let stripe = -200; stripe < WIDTH; stripe += 90) {
    pen.beginPath();
    pen.moveTo(stripe, HEIGHT);
    pen.lineTo(stripe + 260, 380);
    pen.stroke();
  }
}

function car(pen, x, y, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, y, 320, 100, 24);
  pen.roundRect(x + 60, y - 65, 190, 90, 30);
  pen.fill();
  box(pen, '#cfe0ea', x + 80, y - 48, 70, 46);
  box(pen, '#cfe0ea', x + 162, y - 48, 70, 46);
  pen.fillStyle = '#1d1d1d';
  for (const wheel of [70, 250]) {
    pen.beginPath();
    pen.arc(x + wheel, y + 100, 34, 0, Math.PI * 2);
    pen.fill();
  }
}

function words(pen) {
  box(pen, '#b3261e', 330, 150, 300, 84);
  pen.fillStyle = '#ffffff';
  pen.textAlign = 'center';
  pen.font = 'bold 40px sans-serif';
  pen.fillText('消防通道', 480, 186);
  pen.font = '30px sans-serif';
  pen.fillText('禁止停车', 480, 222);
  pen.textAlign = 'left';
  pen.font = '26px sans-serif';
  pen.fillText('示例照片 · 台湖村口', 28, HEIGHT - 28);
}

function box(pen, colour, x, y, width, height) {
  pen.fillStyle = colour;
  pen.fillRect(x, y, width, height);
}
