// The icons that a category may name. A name that is not here shows a package.

import Apple from '@lucide/svelte/icons/apple';
import Baby from '@lucide/svelte/icons/baby';
import Backpack from '@lucide/svelte/icons/backpack';
import Banana from '@lucide/svelte/icons/banana';
import Bath from '@lucide/svelte/icons/bath';
import BatteryCharging from '@lucide/svelte/icons/battery-charging';
import Beef from '@lucide/svelte/icons/beef';
import Beer from '@lucide/svelte/icons/beer';
import Bike from '@lucide/svelte/icons/bike';
import BookOpen from '@lucide/svelte/icons/book-open';
import Box from '@lucide/svelte/icons/box';
import Briefcase from '@lucide/svelte/icons/briefcase';
import Cable from '@lucide/svelte/icons/cable';
import Cake from '@lucide/svelte/icons/cake';
import Camera from '@lucide/svelte/icons/camera';
import Candy from '@lucide/svelte/icons/candy';
import Car from '@lucide/svelte/icons/car';
import CardSim from '@lucide/svelte/icons/card-sim';
import Carrot from '@lucide/svelte/icons/carrot';
import Cat from '@lucide/svelte/icons/cat';
import Cigarette from '@lucide/svelte/icons/cigarette';
import Coffee from '@lucide/svelte/icons/coffee';
import Cookie from '@lucide/svelte/icons/cookie';
import Croissant from '@lucide/svelte/icons/croissant';
import CupSoda from '@lucide/svelte/icons/cup-soda';
import Dog from '@lucide/svelte/icons/dog';
import Droplets from '@lucide/svelte/icons/droplets';
import Drumstick from '@lucide/svelte/icons/drumstick';
import Dumbbell from '@lucide/svelte/icons/dumbbell';
import Egg from '@lucide/svelte/icons/egg';
import Fish from '@lucide/svelte/icons/fish';
import Flower from '@lucide/svelte/icons/flower';
import Footprints from '@lucide/svelte/icons/footprints';
import Gamepad2 from '@lucide/svelte/icons/gamepad-2';
import Gem from '@lucide/svelte/icons/gem';
import Gift from '@lucide/svelte/icons/gift';
import Glasses from '@lucide/svelte/icons/glasses';
import Ham from '@lucide/svelte/icons/ham';
import Hammer from '@lucide/svelte/icons/hammer';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import Headphones from '@lucide/svelte/icons/headphones';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import IceCreamCone from '@lucide/svelte/icons/ice-cream-cone';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Lamp from '@lucide/svelte/icons/lamp';
import Laptop from '@lucide/svelte/icons/laptop';
import Leaf from '@lucide/svelte/icons/leaf';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import MemoryStick from '@lucide/svelte/icons/memory-stick';
import Mic from '@lucide/svelte/icons/mic';
import Milk from '@lucide/svelte/icons/milk';
import Monitor from '@lucide/svelte/icons/monitor';
import Mouse from '@lucide/svelte/icons/mouse';
import Newspaper from '@lucide/svelte/icons/newspaper';
import Nut from '@lucide/svelte/icons/nut';
import Package from '@lucide/svelte/icons/package';
import Paintbrush from '@lucide/svelte/icons/paintbrush';
import PawPrint from '@lucide/svelte/icons/paw-print';
import Pencil from '@lucide/svelte/icons/pencil';
import Phone from '@lucide/svelte/icons/phone';
import Pill from '@lucide/svelte/icons/pill';
import Pizza from '@lucide/svelte/icons/pizza';
import Plug from '@lucide/svelte/icons/plug';
import PlugZap from '@lucide/svelte/icons/plug-zap';
import Popcorn from '@lucide/svelte/icons/popcorn';
import Printer from '@lucide/svelte/icons/printer';
import Radio from '@lucide/svelte/icons/radio';
import Router from '@lucide/svelte/icons/router';
import Salad from '@lucide/svelte/icons/salad';
import Sandwich from '@lucide/svelte/icons/sandwich';
import Scissors from '@lucide/svelte/icons/scissors';
import Shield from '@lucide/svelte/icons/shield';
import Shirt from '@lucide/svelte/icons/shirt';
import Signal from '@lucide/svelte/icons/signal';
import Smartphone from '@lucide/svelte/icons/smartphone';
import Snowflake from '@lucide/svelte/icons/snowflake';
import Sofa from '@lucide/svelte/icons/sofa';
import Soup from '@lucide/svelte/icons/soup';
import Speaker from '@lucide/svelte/icons/speaker';
import SprayCan from '@lucide/svelte/icons/spray-can';
import Square from '@lucide/svelte/icons/square';
import Store from '@lucide/svelte/icons/store';
import Tablet from '@lucide/svelte/icons/tablet';
import Tag from '@lucide/svelte/icons/tag';
import Tv from '@lucide/svelte/icons/tv';
import Usb from '@lucide/svelte/icons/usb';
import Utensils from '@lucide/svelte/icons/utensils';
import WashingMachine from '@lucide/svelte/icons/washing-machine';
import Watch from '@lucide/svelte/icons/watch';
import Wheat from '@lucide/svelte/icons/wheat';
import Wifi from '@lucide/svelte/icons/wifi';
import Wine from '@lucide/svelte/icons/wine';
import Wrench from '@lucide/svelte/icons/wrench';
import Zap from '@lucide/svelte/icons/zap';

type Icon = typeof Package;

const ICONS: Readonly<Record<string, Icon>> = {
  apple: Apple,
  baby: Baby,
  backpack: Backpack,
  banana: Banana,
  bath: Bath,
  'battery-charging': BatteryCharging,
  beef: Beef,
  beer: Beer,
  bike: Bike,
  'book-open': BookOpen,
  box: Box,
  briefcase: Briefcase,
  cable: Cable,
  cake: Cake,
  camera: Camera,
  candy: Candy,
  car: Car,
  'card-sim': CardSim,
  carrot: Carrot,
  cat: Cat,
  cigarette: Cigarette,
  coffee: Coffee,
  cookie: Cookie,
  croissant: Croissant,
  'cup-soda': CupSoda,
  dog: Dog,
  droplets: Droplets,
  drumstick: Drumstick,
  dumbbell: Dumbbell,
  egg: Egg,
  fish: Fish,
  flower: Flower,
  footprints: Footprints,
  'gamepad-2': Gamepad2,
  gem: Gem,
  gift: Gift,
  glasses: Glasses,
  ham: Ham,
  hammer: Hammer,
  'hard-drive': HardDrive,
  headphones: Headphones,
  'heart-pulse': HeartPulse,
  'ice-cream-cone': IceCreamCone,
  keyboard: Keyboard,
  lamp: Lamp,
  laptop: Laptop,
  leaf: Leaf,
  lightbulb: Lightbulb,
  'memory-stick': MemoryStick,
  mic: Mic,
  milk: Milk,
  monitor: Monitor,
  mouse: Mouse,
  newspaper: Newspaper,
  nut: Nut,
  package: Package,
  paintbrush: Paintbrush,
  'paw-print': PawPrint,
  pencil: Pencil,
  phone: Phone,
  pill: Pill,
  pizza: Pizza,
  plug: Plug,
  'plug-zap': PlugZap,
  popcorn: Popcorn,
  printer: Printer,
  radio: Radio,
  router: Router,
  salad: Salad,
  sandwich: Sandwich,
  scissors: Scissors,
  shield: Shield,
  shirt: Shirt,
  signal: Signal,
  smartphone: Smartphone,
  snowflake: Snowflake,
  sofa: Sofa,
  soup: Soup,
  speaker: Speaker,
  'spray-can': SprayCan,
  square: Square,
  store: Store,
  tablet: Tablet,
  tag: Tag,
  tv: Tv,
  usb: Usb,
  utensils: Utensils,
  'washing-machine': WashingMachine,
  watch: Watch,
  wheat: Wheat,
  wifi: Wifi,
  wine: Wine,
  wrench: Wrench,
  zap: Zap,
};

export function iconOf(name: string | null): Icon {
  return (name === null ? undefined : ICONS[name]) ?? Package;
}
